/// An ARN in its parts; see [ARNs](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html).
struct ResourceName: Hashable {
    var partition: String
    var service: String
    var region: String
    var account: String
    var resource: String

    /// The ARN in one piece.
    var text: String { "arn:\(partition):\(service):\(region):\(account):\(resource)" }
}

extension ResourceName {
    /// Reads an ARN; `nil` for every other text.
    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "arn", parts[1].hasPrefix("aws"), !parts[2].isEmpty, !parts[5].isEmpty
        else {
            return nil
        }
        self.init(partition: parts[1], service: parts[2], region: parts[3], account: parts[4], resource: parts[5])
    }

    /// What stands behind a prefix of the resource: the table of `table/orders`.
    func resource(behind prefix: String) -> String? {
        guard resource.hasPrefix(prefix), resource.utf8.count > prefix.utf8.count else { return nil }
        return String(resource.dropFirst(prefix.count))
    }
}
