/// A role by its account and its name, without its path.
struct RoleName: Hashable, Sendable {
    /// 12 digits; empty where the ARN has none.
    let account: String
    /// The name, by which the API of IAM knows it.
    let name: String

    /// Reads `arn:aws:iam::ACCOUNT:role/PATH/NAME`, or the ARN of one of its sessions, `arn:aws:sts::ACCOUNT:assumed-role/NAME/SESSION`.
    init(_ arn: String) {
        let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        account = parts.count == 6 ? String(parts[4]) : ""
        let path = (parts.last ?? "").split(separator: "/")
        name = String((path.first == "assumed-role" ? path.dropFirst().first : path.last) ?? "")
    }
}
