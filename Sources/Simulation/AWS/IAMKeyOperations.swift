import MigrationModel
internal import StructuredText

/// `aws iam …` of access keys.
enum IAMKeyOperations {
    static let all: [String: AWSCommand.Operation] = [
        "iam list-access-keys": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let user = try IAMUserOperations.user(request, world)
            let keys = world.account.keys.values.filter { $0.user == user.name }.sorted { $0.id < $1.id }
            return [
                "AccessKeyMetadata": .sequence(
                    keys.map { key in
                        [
                            "UserName": .string(key.user), "AccessKeyId": .string(key.id),
                            "Status": .string(key.status), "CreateDate": key.created.amazon,
                        ]
                    })
            ]
        },
        "iam get-access-key-last-used": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let id = try request.required("access-key-id")
            guard let key = world.account.keys[id] else {
                throw AWSFailure("NoSuchEntity", "The Access Key with id \(id) cannot be found.")
            }
            let use: StructuredValue =
                if let use = key.use {
                    [
                        "LastUsedDate": use.time.amazon, "ServiceName": .string(use.service),
                        "Region": .string(use.region),
                    ]
                } else {
                    ["ServiceName": "N/A", "Region": "N/A"]
                }
            return ["UserName": .string(key.user), "AccessKeyLastUsed": use]
        },
        "iam update-access-key": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let key = try key(request, world)
            let status = try request.required("status")
            guard ["Active", "Inactive"].contains(status) else {
                throw AWSFailure("ValidationError", "1 validation error detected: Value '\(status)' at 'status'")
            }
            world.account.setStatus(status, ofKey: key.id)
            return nil
        },
        "iam delete-access-key": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let key = try key(request, world)
            world.account.keys[key.id] = nil
            return nil
        },
    ]

    private static func key(_ request: AWSRequest, _ world: WorldState) throws(AWSFailure) -> SimulatedAccount.Key {
        let id = try request.required("access-key-id")
        let user = request.text("user-name")
        guard let key = world.account.keys[id], user.isEmpty || key.user == user else {
            throw AWSFailure("NoSuchEntity", "The Access Key with id \(id) cannot be found.")
        }
        return key
    }
}
