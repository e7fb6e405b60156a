import MigrationModel
internal import StructuredText

/// `aws iam …` of users.
enum IAMUserOperations {
    static let all: [String: AWSCommand.Operation] = changes.merging(nothing) { first, _ in first }

    private static let changes: [String: AWSCommand.Operation] = [
        "iam get-user": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            ["User": describe(try user(request, world), world.account)]
        },
        "iam list-users": { (_: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let users = world.account.users.values.sorted { $0.name < $1.name }
            return ["Users": .sequence(users.map { describe($0, world.account) })]
        },
        "iam delete-user": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let user = try user(request, world)
            let subject = obstacle(user, world.account)
            guard subject.isEmpty else {
                throw AWSFailure("DeleteConflict", "Cannot delete entity, must \(subject) first.")
            }
            world.account.users[user.name] = nil
            return nil
        },
        "iam list-groups-for-user": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            ["Groups": .sequence(try user(request, world).groups.map { ["GroupName": .string($0)] })]
        },
        "iam list-attached-user-policies": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            ["AttachedPolicies": .attached(try user(request, world).attached)]
        },
        "iam list-user-policies": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            ["PolicyNames": .sequence(try user(request, world).inline.keys.sorted().map { .string($0) })]
        },
        "iam detach-user-policy": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let (name, arn) = (try user(request, world).name, try request.required("policy-arn"))
            guard world.account.users[name]?.attached.contains(arn) == true else {
                throw AWSFailure("NoSuchEntity", "Policy \(arn) was not found.")
            }
            world.account.users[name]?.attached.removeAll { $0 == arn }
            return nil
        },
        "iam delete-user-policy": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let (name, policy) = (try user(request, world).name, try request.required("policy-name"))
            guard world.account.users[name]?.inline.removeValue(forKey: policy) != nil else {
                throw AWSFailure("NoSuchEntity", "The user policy with name \(policy) cannot be found.")
            }
            return nil
        },
        "iam remove-user-from-group": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let (name, group) = (try user(request, world).name, try request.required("group-name"))
            world.account.users[name]?.groups.removeAll { $0 == group }
            return nil
        },
        "iam get-login-profile": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let name = try user(request, world).name
            throw AWSFailure("NoSuchEntity", "Login Profile for User \(name) cannot be found.")
        },
    ]

    /// Lists of what no simulated user has.
    private static let nothing: [String: AWSCommand.Operation] = [
        "iam list-mfa-devices": empty("MFADevices"), "iam list-signing-certificates": empty("Certificates"),
        "iam list-ssh-public-keys": empty("SSHPublicKeys"), "iam list-user-tags": empty("Tags"),
        "iam list-service-specific-credentials": empty("ServiceSpecificCredentials"),
    ]

    private static func empty(_ member: String) -> AWSCommand.Operation {
        { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            _ = try user(request, world)
            return .mapping([.init(member, [])])
        }
    }

    static func user(_ request: AWSRequest, _ world: WorldState) throws(AWSFailure) -> SimulatedAccount.User {
        let name = try request.required("user-name")
        guard let user = world.account.users[name] else {
            throw AWSFailure("NoSuchEntity", "The user with name \(name) cannot be found.")
        }
        return user
    }

    private static func obstacle(_ user: SimulatedAccount.User, _ account: SimulatedAccount) -> String {
        if account.keys.values.contains(where: { $0.user == user.name }) { return "delete access keys" }
        if !user.attached.isEmpty { return "detach all policies" }
        if !user.inline.isEmpty { return "delete policies" }
        return user.groups.isEmpty ? "" : "remove users from group"
    }

    private static func describe(_ user: SimulatedAccount.User, _ account: SimulatedAccount) -> StructuredValue {
        [
            "Path": "/", "UserName": .string(user.name), "UserId": .string(user.id),
            "Arn": .string(account.arn("user/" + user.name)), "CreateDate": user.created.amazon,
        ]
    }
}

extension Timestamp {
    /// As the AWS command line writes it.
    var amazon: StructuredValue { .string(text.prefix(19) + "+00:00") }
}

extension StructuredValue {
    /// Policies that are attached to a user or a role.
    static func attached(_ arns: [String]) -> StructuredValue {
        .sequence(
            arns.map { ["PolicyName": .string(SimulatedAccount.lastPart($0)), "PolicyArn": .string($0)] })
    }

    /// Tags as IAM lists them.
    static func tags(_ tags: [(String, String)]) -> StructuredValue {
        .sequence(tags.map { ["Key": .string($0.0), "Value": .string($0.1)] })
    }
}
