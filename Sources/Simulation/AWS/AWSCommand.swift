import Execution
import MigrationModel
internal import StructuredText

/// Answers command lines of `aws`.
enum AWSCommand {
    /// Carries one operation out.
    typealias Operation = @Sendable (AWSRequest, inout WorldState) throws(AWSFailure) -> StructuredValue?

    /// What is answered, by `SERVICE OPERATION`; a new group is a file beside the others and a line here.
    private static let operations: [String: Operation] = {
        let groups = [
            STSOperations.all, IAMUserOperations.all, IAMKeyOperations.all, IAMRoleOperations.all,
            IAMRolePolicyOperations.all, IAMPolicyOperations.all, IAMProviderOperations.all,
            EKSAssociationOperations.all, IAMSimulationOperations.all,
        ]
        return groups.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }()

    static func answer(_ invocation: Invocation, _ world: inout WorldState) -> ProgramAnswer {
        if invocation.arguments == ["--version"] {
            return .printing("aws-cli/2.31.0 Python/3.13.7 Linux/6.8.0 exe/x86_64\n")
        }
        var action = ""
        do throws(AWSFailure) {
            let request = try AWSRequest(invocation)
            action = request.action
            guard let operation = operations[request.operation] else { throw .unknown(invocation.words) }
            guard request.profile.isEmpty || world.account.profile.isEmpty || request.profile == world.account.profile
            else { throw .configuration("The config profile (\(request.profile)) could not be found") }
            guard let result = try operation(request, &world) else { return .printing("") }
            return .printing(try AWSOutput.text(of: result, request))
        } catch {
            return .failing(error.text(action), status: error.status)
        }
    }
}
