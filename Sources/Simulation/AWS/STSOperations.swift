import MigrationModel
internal import StructuredText

/// `aws sts …`, as whoever runs keyshift.
enum STSOperations {
    static let all: [String: AWSCommand.Operation] = [
        "sts get-caller-identity": { (_: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let role = "assumed-role/PlatformEngineer/engineer"
            return [
                "UserId": "AROAENGINEERENGINEER:engineer", "Account": .string(world.account.id),
                "Arn": .string("arn:aws:sts::\(world.account.id):\(role)"),
            ]
        },
        "sts get-access-key-info": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            _ = try request.required("access-key-id")
            return ["Account": .string(world.account.id)]
        },
    ]

    /// What a container of a Pod is told of itself.
    static func caller(
        _ container: PodProcess.Container, _ pod: StructuredValue, _ world: WorldState
    ) throws(AWSFailure) -> StructuredValue {
        let process = PodProcess(started: world.now, containers: [container])
        if let refusal = CredentialUse.identityRefusal(pod, process, world) {
            let parts = refusal.split(separator: ":", maxSplits: 1).map(String.init)
            throw AWSFailure(parts.first ?? "", String((parts.dropFirst().first ?? "").drop { $0 == " " }))
        }
        let (id, arn) = identity(CredentialUse.source(of: container, pod, world), pod, world)
        return ["UserId": .string(id), "Account": .string(world.account.id), "Arn": .string(arn)]
    }

    private static func identity(
        _ source: CredentialSource, _ pod: StructuredValue, _ world: WorldState
    ) -> (String, String) {
        let account = world.account
        let session = { (role: String, name: String) in
            (
                "\(account.roles[role]?.id ?? "AROA"):\(name)",
                "arn:aws:sts::\(account.id):assumed-role/\(role)/\(name)"
            )
        }
        switch source {
        case .key(let id):
            let user = account.keys[id]?.user ?? ""
            return (account.users[user]?.id ?? "", account.arn("user/" + user))
        case .webIdentity(let role): return session(SimulatedAccount.lastPart(role), "botocore-session-1")
        case .association:
            let name = pod.at("spec", "serviceAccountName")?.text ?? ""
            let role = account.association(world.cluster.name, pod.namespace, name)?.role ?? ""
            let session2 = "eks-\(world.cluster.name.prefix(10))-\(pod.name.prefix(10))-\(pod.uid)"
            return session(SimulatedAccount.lastPart(role), session2)
        case .node: return session("\(world.cluster.name)-node", "i-0123456789abcdef0")
        }
    }
}
