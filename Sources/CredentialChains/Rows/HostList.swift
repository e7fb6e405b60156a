/// The hosts from which a family accepts credentials over plain HTTP.
struct HostList: Sendable {
    /// Names and addresses, without brackets, in lower case.
    var hosts: [String]
    /// Whether every loopback address is allowed as well.
    var loopback: Bool
    /// Whether HTTPS is allowed to every host.
    var secureAnywhere: Bool

    /// Loopback, ECS, and the Pod Identity agent on either address family: botocore, Go v1, Rust.
    static let usual = HostList(
        hosts: ["169.254.170.2", "169.254.170.23", "fd00:ec2::23", "localhost"], loopback: true, secureAnywhere: true)

    /// Whether credentials are fetched from an address; an address without a host never is.
    func allows(_ address: String) -> Bool {
        let url = address.utf8
        if secureAnywhere && url.starts(with: "https://".utf8) { return true }
        guard let host = host(of: address), !host.isEmpty else { return false }
        if loopback && (host.utf8.starts(with: "127.".utf8) || host == "::1") { return true }
        return hosts.contains { host == $0 }
    }

    private func host(of address: String) -> Substring? {
        guard let scheme = address.firstIndex(of: ":") else { return nil }
        let rest = address[scheme...].dropFirst()
        guard rest.utf8.starts(with: "//".utf8) else { return nil }
        let authority = rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let afterUser = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        if afterUser.first == "[" { return afterUser.dropFirst().prefix { $0 != "]" } }
        return afterUser.prefix { $0 != ":" }
    }
}
