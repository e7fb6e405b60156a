import Crypto
import MigrationModel

/// Makes an id for a key that has no public one.
///
/// HMAC-SHA256 (RFC 2104) over the kind and the secret, under a key that is the same everywhere, cut to 64 bits. The same
/// secret therefore has the same id on every machine and in every scan, which is what allowlists and code-scanning
/// services need. It cannot be turned back: the secrets are random, at least 128 bits of them.
///
/// It does not hide that two places hold the same secret, and whoever already has a secret can tell that a report is
/// about it. For a secret that a person thought up it would allow guessing; none of the kinds it is used for can be chosen.
enum SecretFingerprint {
    private static let key = SymmetricKey(data: Array("keyshift: fingerprint of a static key, 1".utf8))

    /// `azure-client-secret:3f9ac20d11b87e52`.
    static func id(_ kind: KeyKind, of secret: some Sequence<UInt8>) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(kind.rawValue.utf8) + [0] + secret, using: key)
        let digits = Array("0123456789abcdef".utf8)
        let hex = code.prefix(8).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return kind.rawValue + ":" + String(decoding: hex, as: UTF8.self)
    }
}
