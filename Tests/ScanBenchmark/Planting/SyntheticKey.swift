/// A key that nobody issued, shaped like those of the account 123456789012.
struct SyntheticKey {
    /// The id; its ninth to sixteenth characters are random.
    let id: String
    /// The secret half.
    let secret: String

    /// The key of a place, the same in every dump.
    ///
    /// The account follows from the first nine characters behind the prefix: eight are fixed, and the ninth begins with
    /// the lowest bit of the account, which is 0.
    init(number: Int, isTemporary: Bool) {
        var random = SeededGenerator(seed: 0x6B65_7973 &+ UInt64(truncatingIfNeeded: number) &* 7919)
        let body = random.digits(1, of: "ABCDEFGHIJKLMNOP") + random.digits(7, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        id = (isTemporary ? "ASIA" : "AKIA") + "RZPUZDIK" + body
        secret = random.digits(40, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    }

    /// Both halves as an AWS profile file.
    var profile: String { "[default]\naws_access_key_id = \(id)\naws_secret_access_key = \(secret)\n" }

    /// Both halves as a dotenv file.
    var dotenv: String { "AWS_REGION=eu-west-1\nAWS_ACCESS_KEY_ID=\(id)\nAWS_SECRET_ACCESS_KEY=\"\(secret)\"\n" }

    /// Both halves as a YAML file.
    var yaml: String { "storage:\n  s3:\n    access_key: \(id)\n    secret_key: \(secret)\n    region: eu-west-1\n" }

    /// Both halves as a JSON file.
    var json: String { "{\"aws\":{\"accessKeyId\":\"\(id)\",\"secretAccessKey\":\"\(secret)\"}}" }
}
