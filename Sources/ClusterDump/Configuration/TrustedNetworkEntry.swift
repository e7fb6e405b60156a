import MigrationModel

/// `trustOnlyFrom` of a cluster: the network from which alone its roles may be taken.
enum TrustedNetworkEntry {
    private static let meaning =
        "the network from which alone roles may be taken: {vpcs: […]}, {endpoints: […]} or {addresses: […]}"

    /// Reads the entry; `nil` where it is missing or wrong.
    static func read(of cluster: LocatedFields) -> TrustedNetwork? {
        guard let node = cluster.optionalValue("trustOnlyFrom", meaning: meaning),
            let fields = LocatedFields(
                node, owner: "The network `trustOnlyFrom`", known: ["vpcs", "endpoints", "addresses"],
                problems: cluster.problems)
        else { return nil }
        func list(_ name: String, _ isFormed: (String) -> Bool, meaning: String) -> [String] {
            (fields.texts(name, meaning: meaning) ?? []).compactMap {
                fields.formed($0, name, isFormed, meaning: meaning)
            }
        }
        let network = TrustedNetwork(
            vpcs: list("vpcs", { isID($0, "vpc-") }, meaning: "ids of VPCs, `vpc-…`"),
            endpoints: list("endpoints", { isID($0, "vpce-") }, meaning: "ids of endpoints for STS, `vpce-…`"),
            addresses: list("addresses", isAddress, meaning: "public addresses such as `203.0.113.0/24`"))
        if let place = fields.place(of: "addresses"), fields.place(of: "vpcs") ?? fields.place(of: "endpoints") != nil {
            fields.problems.report(
                .contradiction, at: place, "`addresses` stands beside `vpcs` or `endpoints`, and no call has both.",
                advice: "Keep one of them: a call through an endpoint has no public address.")
            return nil
        }
        guard network != TrustedNetwork() else { return nil }
        return network
    }

    /// See [ids of resources](https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html).
    private static func isID(_ text: String, _ prefix: String) -> Bool {
        let digits = text.dropFirst(prefix.count)
        return text.hasPrefix(prefix) && [8, 17].contains(digits.count)
            && digits.allSatisfy { "0123456789abcdef".contains($0) }
    }

    /// An address with or without the length of its network; whether it exists is not for a reader to say.
    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let address = parts.first, parts.count <= 2 else { return false }
        let isLong = address.contains(":")
        if let length = parts.dropFirst().first {
            guard let number = UInt8(length), number <= (isLong ? 128 : 32), String(number) == length else {
                return false
            }
        }
        if isLong {
            return address.utf8.count <= 39 && address.allSatisfy { $0 == ":" || $0.isASCII && $0.isHexDigit }
        }
        let numbers = address.split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count == 4 && numbers.allSatisfy { UInt8($0).map(String.init) == String($0) }
    }
}
