import MigrationModel
internal import StructuredText

/// `aws iam …` of what roles may do.
enum IAMRolePolicyOperations {
    static let all: [String: AWSCommand.Operation] = [
        "iam put-role-policy": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let name = try IAMRoleOperations.role(request, world).name
            let (policy, document) = (try request.required("policy-name"), try request.policy("policy-document"))
            world.account.roles[name]?.inline[policy] = document
            return nil
        },
        "iam get-role-policy": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let role = try IAMRoleOperations.role(request, world)
            let policy = try request.required("policy-name")
            guard let document = role.inline[policy] else { throw missing(policy) }
            return [
                "RoleName": .string(role.name), "PolicyName": .string(policy), "PolicyDocument": document,
            ]
        },
        "iam list-role-policies": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let role = try IAMRoleOperations.role(request, world)
            return ["PolicyNames": .sequence(role.inline.keys.sorted().map { .string($0) })]
        },
        "iam delete-role-policy": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let (name, policy) = (
                try IAMRoleOperations.role(request, world).name, try request.required("policy-name")
            )
            guard world.account.roles[name]?.inline.removeValue(forKey: policy) != nil else { throw missing(policy) }
            return nil
        },
        "iam list-attached-role-policies": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            ["AttachedPolicies": .attached(try IAMRoleOperations.role(request, world).attached)]
        },
        "iam attach-role-policy": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let role = try IAMRoleOperations.role(request, world)
            let arn = try request.required("policy-arn")
            guard world.account.policies[arn] != nil || arn.hasPrefix("arn:aws:iam::aws:policy/") else {
                throw AWSFailure("NoSuchEntity", "Policy \(arn) does not exist or is not attachable.")
            }
            guard role.attached.contains(arn) || role.attached.count < 10 else {
                throw AWSFailure("LimitExceeded", "Cannot exceed quota for PoliciesPerRole: 10")
            }
            if !role.attached.contains(arn) { world.account.roles[role.name]?.attached.append(arn) }
            return nil
        },
        "iam detach-role-policy": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let role = try IAMRoleOperations.role(request, world)
            let arn = try request.required("policy-arn")
            guard role.attached.contains(arn) else {
                throw AWSFailure("NoSuchEntity", "Policy \(arn) was not found.")
            }
            world.account.roles[role.name]?.attached.removeAll { $0 == arn }
            return nil
        },
    ]

    private static func missing(_ policy: String) -> AWSFailure {
        AWSFailure("NoSuchEntity", "The role policy with name \(policy) cannot be found.")
    }
}
