import MigrationModel
internal import StructuredText

/// `aws iam …` of managed policies.
enum IAMPolicyOperations {
    static let all: [String: AWSCommand.Operation] = [
        "iam create-policy": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let name = try request.required("policy-name")
            let arn = world.account.arn("policy/" + name)
            guard world.account.policies[arn] == nil else {
                throw AWSFailure(
                    "EntityAlreadyExists", "A policy called \(name) already exists. Duplicate names are not allowed.")
            }
            let policy = SimulatedAccount.Policy(
                name: name, id: world.account.nextID("ANPA"), created: world.now,
                versions: [(1, try request.policy("policy-document"))], tags: request.tags)
            world.account.policies[arn] = policy
            return ["Policy": describe(policy, arn, world.account)]
        },
        "iam get-policy": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let (policy, arn) = try policy(request, world)
            return ["Policy": describe(policy, arn, world.account)]
        },
        "iam get-policy-version": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let (policy, _) = try policy(request, world)
            let id = try request.required("version-id")
            guard let version = policy.versions.first(where: { "v\($0.number)" == id }) else {
                throw AWSFailure("NoSuchEntity", "Policy version \(id) was not found.")
            }
            let isDefault = version.number == policy.versions.last?.number
            return [
                "PolicyVersion": [
                    "Document": version.document, "VersionId": .string(id), "IsDefaultVersion": .bool(isDefault),
                    "CreateDate": policy.created.amazon,
                ]
            ]
        },
        "iam list-policy-versions": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let (policy, _) = try policy(request, world)
            let last = policy.versions.last?.number
            return [
                "Versions": .sequence(
                    policy.versions.reversed().map { version in
                        [
                            "VersionId": .string("v\(version.number)"),
                            "IsDefaultVersion": .bool(version.number == last), "CreateDate": policy.created.amazon,
                        ]
                    })
            ]
        },
        "iam create-policy-version": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let (policy, arn) = try policy(request, world)
            guard policy.versions.count < 5 else {
                throw AWSFailure("LimitExceeded", "A managed policy can have up to 5 versions.")
            }
            let number = (policy.versions.last?.number ?? 0) + 1
            let document = try request.policy("policy-document")
            world.account.policies[arn]?.versions.append((number, document))
            return ["PolicyVersion": ["VersionId": .string("v\(number)"), "IsDefaultVersion": true]]
        },
        "iam delete-policy-version": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let (policy, arn) = try policy(request, world)
            let id = try request.required("version-id")
            guard "v\(policy.versions.last?.number ?? 0)" != id else {
                throw AWSFailure("DeleteConflict", "Cannot delete the default version of a policy.")
            }
            world.account.policies[arn]?.versions.removeAll { "v\($0.number)" == id }
            return nil
        },
        "iam list-entities-for-policy": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let (_, arn) = try policy(request, world)
            let roles = world.account.roles.values.filter { $0.attached.contains(arn) }.sorted { $0.name < $1.name }
            return [
                "PolicyGroups": [], "PolicyUsers": [],
                "PolicyRoles": .sequence(roles.map { ["RoleName": .string($0.name), "RoleId": .string($0.id)] }),
            ]
        },
        "iam delete-policy": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let (policy, arn) = try policy(request, world)
            guard count(arn, world.account) == 0 else {
                throw AWSFailure("DeleteConflict", "Cannot delete a policy attached to entities.")
            }
            guard policy.versions.count == 1 else {
                throw AWSFailure("DeleteConflict", "This policy has more than one version.")
            }
            world.account.policies[arn] = nil
            return nil
        },
    ]

    private static func policy(
        _ request: AWSRequest, _ world: WorldState
    ) throws(AWSFailure) -> (SimulatedAccount.Policy, String) {
        let arn = try request.required("policy-arn")
        guard let policy = world.account.policies[arn] else {
            throw AWSFailure("NoSuchEntity", "Policy \(arn) was not found.")
        }
        return (policy, arn)
    }

    private static func count(_ arn: String, _ account: SimulatedAccount) -> Int {
        account.roles.values.count { $0.attached.contains(arn) }
            + account.users.values.count { $0.attached.contains(arn) }
    }

    private static func describe(
        _ policy: SimulatedAccount.Policy, _ arn: String, _ account: SimulatedAccount
    ) -> StructuredValue {
        [
            "PolicyName": .string(policy.name), "PolicyId": .string(policy.id), "Arn": .string(arn), "Path": "/",
            "DefaultVersionId": .string("v\(policy.versions.last?.number ?? 1)"),
            "AttachmentCount": .integer(count(arn, account)), "PermissionsBoundaryUsageCount": 0,
            "IsAttachable": true, "CreateDate": policy.created.amazon, "UpdateDate": policy.created.amazon,
        ]
    }
}
