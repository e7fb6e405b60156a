public import MigrationModel
internal import StructuredText

/// Reads EKS Pod Identity associations, which are nowhere in the cluster: only the cloud knows them.
///
/// What is read is the answer of `aws eks list-pod-identity-associations` or `describe-pod-identity-association` in JSON; only
/// the second has the role. See
/// [ListPodIdentityAssociations](https://docs.aws.amazon.com/eks/latest/APIReference/API_ListPodIdentityAssociations.html).
public enum PodIdentityAssociations {
    /// Largest answer that is read; a cluster has at most 5,000 associations of about 400 bytes.
    public static let limit = 16 << 20

    /// The associations of an answer, in its order.
    ///
    /// - Parameter bytes: the answer.
    /// - Returns: the associations; those without namespace or ServiceAccount are left out.
    /// - Throws: ``AssociationProblem`` when it is no such answer.
    public static func read(_ bytes: [UInt8]) throws(AssociationProblem) -> [PodIdentityAssociation] {
        let builder = TreeBuilder()
        var reader = JSONReader()
        do throws(SyntaxProblem) {
            try reader.read(bytes.span, into: builder)
        } catch {
            throw AssociationProblem(
                message: "it is not JSON: \(error.message)", advice: "make it with --output json")
        }
        guard let answer = builder.finish(), answer["associations"] != nil || answer["association"] != nil else {
            throw AssociationProblem(
                message: "it has no associations",
                advice: "make it with aws eks list-pod-identity-associations --cluster-name NAME --output json")
        }
        let all = (answer["associations"]?.elements ?? []) + [answer["association"]].compactMap { $0 }
        return all.compactMap { PodIdentityAssociation(of: $0) }
    }

    /// Asks the cloud through the user's own `aws`, with the user's own profile and rights.
    ///
    /// - Parameters:
    ///   - cluster: the name of the EKS cluster.
    ///   - program: the path of `aws`, or its name to look up in `PATH`.
    ///   - patience: for how many milliseconds it may be silent.
    /// - Returns: the associations.
    /// - Throws: ``AssociationProblem`` when `aws` is missing, fails or prints something else.
    public static func ask(
        cluster: String, program: String = "aws", patience: Int = 60_000
    ) throws(AssociationProblem) -> [PodIdentityAssociation] {
        // One argument with its option, so that no name can pass for an option.
        let run = ProgramRun(
            program: program,
            arguments: ["eks", "list-pod-identity-associations", "--cluster-name=\(cluster)", "--output=json"],
            patience: patience)
        let answer = run.readAll(limit: limit)
        switch run.finish().status {
        case .exited(0): return try read(answer)
        case .notStarted:
            throw AssociationProblem(
                message: "aws was not found or cannot be executed",
                advice: "install the AWS CLI, or give its answer as a file with --pod-identity-associations")
        case .silent:
            throw AssociationProblem(message: "aws gave no answer and was stopped", advice: "check the network")
        case .exited, .signaled, .abandoned:
            throw AssociationProblem(
                message: "aws eks list-pod-identity-associations failed for the cluster \(cluster)",
                advice: "run it yourself to see why")
        }
    }
}

/// Why associations could not be read.
public struct AssociationProblem: Error, Hashable, Sendable {
    /// What is wrong, in a clause.
    public var message: String
    /// What to do, in a clause.
    public var advice: String

    /// Creates a problem from its parts.
    public init(message: String, advice: String) {
        self.message = message
        self.advice = advice
    }
}

extension PodIdentityAssociation {
    /// Reads one association of an answer; `nil` when it says not for whom it is.
    fileprivate init?(of node: Node) {
        guard let namespace = node["namespace"]?.text, let account = node["serviceAccount"]?.text else { return nil }
        self.init(
            cluster: node["clusterName"]?.text ?? "", namespace: namespace, serviceAccount: account,
            role: node["roleArn"]?.text ?? "")
    }
}
