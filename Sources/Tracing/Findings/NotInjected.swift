import CredentialChains
import MigrationModel

/// Running Pods without the identity that their ServiceAccount has: they are older than it, or the webhook passed them over.
enum NotInjected: InventoryRule {
    /// More Pods than this are counted, not named.
    private static let most = 3

    static func findings(in context: InventoryContext) -> [IdentityFinding] {
        context.members.compactMap { unlabelled($0, context) ?? running($0, context) }
    }

    private static func running(_ members: ServiceMembers, _ context: InventoryContext) -> IdentityFinding? {
        let without = members.pods.compactMap { pod in
            missed(by: pod, context).map { (name: pod.object.reference.name, mechanism: $0) }
        }
        guard let first = without.first else { return nil }
        let names = without.prefix(most).map(\.name).joined(separator: ", ")
        let rest = without.count > most ? " and \(without.count - most) more" : ""
        return finding(
            members,
            "\(without.count) of \(members.pods.count) running Pods are without \(first.mechanism.words), which their "
                + "ServiceAccount has: \(names)\(rest)",
            advice: "they are older than the identity, or the webhook passed them over: create them anew and look again"
        )
    }

    /// The mechanism that a Pod would get if it were created now, and does not have.
    private static func missed(by pod: Workload, _ context: InventoryContext) -> Mechanism? {
        let holder = WorkloadName(input: pod.input, object: pod.object.reference)
        for template in pod.templates {
            let identities = context.identities.identities(of: template, in: holder)
            for webhook in identities.isEmpty ? [] : Injections.all {
                for container in template.containers {
                    let injection = webhook.injection(into: container, of: template, identities: identities)
                    guard let injection, injection.bringsIdentity else { continue }
                    return injection.mechanism
                }
            }
        }
        return nil
    }

    /// A ServiceAccount for AKS whose workload does not ask for the identity: the label belongs on the Pod.
    private static func unlabelled(_ members: ServiceMembers, _ context: InventoryContext) -> IdentityFinding? {
        guard let newest = members.newest else { return nil }
        let holder = WorkloadName(input: newest.input, object: newest.object.reference)
        let isForgotten = newest.templates.contains { template in
            !AKSInjection.asks(template)
                && context.identities.identities(of: template, in: holder).contains { identity in
                    identity.mechanism == .aksWorkloadIdentity && identity.evidence == .annotation
                }
        }
        guard isForgotten else { return nil }
        return finding(
            members, "its ServiceAccount has an identity by AKS Workload Identity, and its Pods do not ask for it",
            advice:
                "set the label azure.workload.identity/use: \"true\" in the Pod template; on a ServiceAccount it does nothing"
        )
    }

    private static func finding(_ members: ServiceMembers, _ message: String, advice: String) -> IdentityFinding {
        IdentityFinding(
            .notInjected, input: members.service.name.input, object: members.service.name.object, message: message,
            advice: advice)
    }
}

extension Injection {
    /// Whether it sets the variables that make an SDK use the identity; a container that has them already gets none.
    fileprivate var bringsIdentity: Bool {
        variables.contains {
            ["AWS_ROLE_ARN", "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AZURE_FEDERATED_TOKEN_FILE"].contains($0.name)
        }
    }
}
