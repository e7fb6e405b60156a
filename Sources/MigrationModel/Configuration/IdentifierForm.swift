/// The forms of the names that clouds give things, which tell a slip of the pen before anything is made with it.
public enum IdentifierForm: Hashable, Sendable, CaseIterable {
    /// A cluster: 1 to 100 letters, digits, `.`, `_` and `-`, which is wider than each cloud alone takes.
    case clusterName
    /// A region or zone: `eu-west-1`, `europe-west1-b`, `westeurope`.
    case region
    /// An AWS account: [12 digits](https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html).
    case account
    /// A Google [project id](https://cloud.google.com/resource-manager/docs/creating-managing-projects), with the domain
    /// before it for old ones: `example.com:my-project`.
    case project
    /// A Google project number.
    case projectNumber
    /// An Entra tenant or an Azure subscription, as `00000000-0000-0000-0000-000000000000`.
    case guid
    /// An Azure
    /// [resource group](https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftresources).
    case resourceGroup
    /// An [issuer](https://openid.net/specs/openid-connect-core-1_0.html#IssuerIdentifier): `https`, and no query.
    case issuer

    /// Whether a text has the form, as a whole; white space around it is a slip as well.
    public func admits(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, let last = bytes.last, bytes.count <= 2048 else { return false }
        return switch self {
        case .clusterName:
            bytes.count <= 100 && first.isAlphanumeric
                && bytes.allSatisfy { $0.isAlphanumeric || "._-".utf8.contains($0) }
        case .region:
            bytes.count <= 64 && first.isLowercase
                && bytes.split(separator: .hyphen, omittingEmptySubsequences: false)
                    .allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLowercase || $0.isDigit } }
        case .account: bytes.count == 12 && bytes.allSatisfy(\.isDigit)
        case .project: Self.isProject(text)
        case .projectNumber: bytes.count <= 19 && first != UInt8(ascii: "0") && bytes.allSatisfy(\.isDigit)
        case .guid:
            bytes.count == 36
                && bytes.enumerated().allSatisfy { index, byte in
                    [8, 13, 18, 23].contains(index) ? byte == .hyphen : byte.isHexadecimal
                }
        case .resourceGroup:
            text.unicodeScalars.count <= 90 && last != UInt8(ascii: ".")
                && bytes.allSatisfy { $0.isAlphanumeric || $0 >= 0x80 || "._-()".utf8.contains($0) }
        case .issuer: Self.isIssuer(bytes)
        }
    }

    private static func isProject(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let project = parts.last.map({ Array($0.utf8) }),
            let first = project.first
        else { return false }
        let domain = parts.count == 2 ? Array(parts[0].utf8) : [UInt8(ascii: "a")]
        return !domain.isEmpty && domain.allSatisfy { $0.isLowercase || $0.isDigit || "-.".utf8.contains($0) }
            && (6...30).contains(project.count) && first.isLowercase && project.last != .hyphen
            && project.allSatisfy { $0.isLowercase || $0.isDigit || $0 == .hyphen }
    }

    private static func isIssuer(_ bytes: [UInt8]) -> Bool {
        let scheme = Array("https://".utf8)
        guard bytes.starts(with: scheme) else { return false }
        let rest = bytes.dropFirst(scheme.count)
        let host = rest.prefix { $0 != UInt8(ascii: "/") }
        return !host.isEmpty && host.allSatisfy { $0.isAlphanumeric || ".-:".utf8.contains($0) }
            // Visible ASCII, and neither query nor fragment.
            && rest.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    }
}

extension UInt8 {
    fileprivate static let hyphen = UInt8(ascii: "-")
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isLowercase: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    fileprivate var isAlphanumeric: Bool {
        isDigit || isLowercase || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
    }
    fileprivate var isHexadecimal: Bool { isDigit || "abcdefABCDEF".utf8.contains(self) }
}
