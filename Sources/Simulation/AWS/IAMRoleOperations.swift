import MigrationModel
internal import StructuredText

/// `aws iam …` of roles and who may take them.
enum IAMRoleOperations {
    static let all: [String: AWSCommand.Operation] = [
        "iam create-role": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let name = try request.required("role-name")
            guard !world.account.roles.keys.contains(where: { $0.lowercased() == name.lowercased() }) else {
                throw AWSFailure("EntityAlreadyExists", "Role with name \(name) already exists.")
            }
            guard name.utf8.count <= 64 else {
                throw AWSFailure("ValidationError", "1 validation error detected: Value at 'roleName' is too long")
            }
            var role = SimulatedAccount.Role(
                name: name, id: world.account.nextID("AROA"), created: world.now, trust: try trust(request))
            role.description = request.text("description")
            role.maximum = Int(request.text("max-session-duration")) ?? 3600
            role.boundary = request.text("permissions-boundary")
            role.tags = request.tags
            world.account.roles[name] = role
            return ["Role": describe(role, world.account)]
        },
        "iam get-role": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            ["Role": describe(try role(request, world), world.account)]
        },
        "iam list-roles": { (_: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let roles = world.account.roles.values.sorted { $0.name < $1.name }
            return ["Roles": .sequence(roles.map { describe($0, world.account) })]
        },
        "iam update-assume-role-policy": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let name = try role(request, world).name
            let trust = try request.policy("policy-document")
            world.account.roles[name]?.trust = trust
            return nil
        },
        "iam put-role-permissions-boundary": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let (name, arn) = (try role(request, world).name, try request.required("permissions-boundary"))
            world.account.roles[name]?.boundary = arn
            return nil
        },
        "iam delete-role-permissions-boundary": {
            (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let name = try role(request, world).name
            world.account.roles[name]?.boundary = ""
            return nil
        },
        "iam tag-role": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let (name, tags) = (try role(request, world).name, request.tags)
            world.account.roles[name]?.tags.removeAll { old in tags.contains { $0.0 == old.0 } }
            world.account.roles[name]?.tags += tags
            return nil
        },
        "iam list-role-tags": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            ["Tags": .tags(try role(request, world).tags), "IsTruncated": false]
        },
        "iam list-instance-profiles-for-role": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            _ = try role(request, world)
            return ["InstanceProfiles": []]
        },
        "iam delete-role": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let role = try role(request, world)
            guard role.attached.isEmpty else {
                throw AWSFailure("DeleteConflict", "Cannot delete entity, must detach all policies first.")
            }
            guard role.inline.isEmpty else {
                throw AWSFailure("DeleteConflict", "Cannot delete entity, must delete policies first.")
            }
            world.account.roles[role.name] = nil
            return nil
        },
    ]

    static func role(_ request: AWSRequest, _ world: WorldState) throws(AWSFailure) -> SimulatedAccount.Role {
        let name = try request.required("role-name")
        guard let role = world.account.roles[name] else {
            throw AWSFailure("NoSuchEntity", "The role with name \(name) cannot be found.")
        }
        return role
    }

    private static func trust(_ request: AWSRequest) throws(AWSFailure) -> StructuredValue {
        let trust = try request.policy("assume-role-policy-document")
        guard JSONWriter.text(for: trust, pretty: false).utf8.count <= 2048 else {
            throw AWSFailure("LimitExceeded", "Cannot exceed quota for ACLSizePerRole: 2048")
        }
        return trust
    }

    private static func describe(_ role: SimulatedAccount.Role, _ account: SimulatedAccount) -> StructuredValue {
        var value: StructuredValue = [
            "Path": "/", "RoleName": .string(role.name), "RoleId": .string(role.id),
            "Arn": .string(account.arn("role/" + role.name)), "CreateDate": role.created.amazon,
            "AssumeRolePolicyDocument": role.trust,
        ]
        if !role.description.isEmpty { value.set(.string(role.description), at: "Description") }
        value.set(.integer(role.maximum), at: "MaxSessionDuration")
        if !role.boundary.isEmpty {
            value.set(
                ["PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": .string(role.boundary)],
                at: "PermissionsBoundary")
        }
        if !role.tags.isEmpty { value.set(.tags(role.tags), at: "Tags") }
        let use = role.use.map { ["LastUsedDate": $0.time.amazon, "Region": .string($0.region)] as StructuredValue }
        value.set(use ?? .mapping([]), at: "RoleLastUsed")
        return value
    }
}
