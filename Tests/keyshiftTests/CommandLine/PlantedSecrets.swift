import CLibDeflate
import Foundation

/// Secrets that exist nowhere else, and dumps that hold them in every form and in every state of repair.
struct PlantedSecrets {
    /// The secrets, none of which may be seen outside of the dumps.
    private(set) var secrets: [String] = []
    /// The dumps by file name.
    private(set) var files: [String: [UInt8]] = [:]
    private var numbers: SplitMix64

    /// Plants with a seed.
    init(seed: UInt64) {
        numbers = SplitMix64(state: seed)
        plantKeys()
        plantForms()
        plantBrokenDumps()
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

    /// A new secret of the alphabet of secret halves.
    private mutating func secret(_ count: Int = 40) -> String {
        let text = String((0..<count).map { _ in Self.alphabet[numbers.index(below: 64)] })
        secrets.append(text)
        return text
    }

    // MARK: Keys of every kind

    private mutating func plantKeys() {
        let half = secret()
        plant(
            "aws", ["AWS_ACCESS_KEY_ID": Dumps.keyID, "AWS_SECRET_ACCESS_KEY": half, "AWS_SESSION_TOKEN": secret(300)])
        plant(
            "profile",
            ["credentials": "[default]\naws_access_key_id = \(Dumps.keyID)\naws_secret_access_key = \(secret())\n"])
        let lines = (0..<6).map { _ in secret(64) }.joined(separator: "\\n")
        let account =
            #"{"type":"service_account","project_id":"shop-1","private_key_id":"\#(hex(40))","#
            + #""private_key":"-----BEGIN PRIVATE KEY-----\n\#(lines)\n-----END PRIVATE KEY-----\n","#
            + #""client_email":"shop@shop-1.iam.gserviceaccount.com","client_id":"104293847561029384756"}"#
        plant("google", ["key.json": account])
        plant("hmac", ["access": "GOOG1E" + base32(55), "secret": secret()])
        let azure = secret(3).replacingOccurrences(of: "/", with: "a") + "8Q~" + secret(34)
        secrets = secrets.filter { $0.count > 3 }
        plant(
            "azure",
            [
                "AZURE_CLIENT_ID": "11111111-2222-4333-8444-555555555555",
                "AZURE_TENANT_ID": "99999999-2222-4333-8444-555555555555",
                "AZURE_CLIENT_SECRET": azure.replacingOccurrences(of: "+", with: "-").replacingOccurrences(
                    of: "/", with: "_"),
            ])
        let storage = secret(86) + "=="
        plant(
            "storage",
            [
                "connection":
                    "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=\(storage);EndpointSuffix=core.windows.net"
            ])
        plant("other", ["password": secret(24), "url": "postgres://shop:\(secret(30))@db:5432/shop"])
    }

    private mutating func base32(_ count: Int) -> String {
        String((0..<count).map { _ in Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")[numbers.index(below: 32)] })
    }

    private mutating func hex(_ count: Int) -> String {
        String((0..<count).map { _ in Array("0123456789abcdef")[numbers.index(below: 16)] })
    }

    /// A Secret as JSON.
    private func object(_ name: String, _ field: String, _ values: [String: String]) -> String {
        let members = values.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \(quoted($0.value))" }
        return #"{"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "\#(name)", "namespace": "p"}, "#
            + "\"\(field)\": {\(members.joined(separator: ", "))}}"
    }

    private func quoted(_ text: String) -> String {
        let escaped = text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
        return "\"\(escaped.replacingOccurrences(of: "\n", with: "\\n"))\""
    }

    private mutating func plant(_ name: String, _ values: [String: String]) {
        let sealed = object(name, "data", values.mapValues { Dumps.base64($0) })
        let open = object(name, "stringData", values)
        files["\(name).json"] = Array(sealed.utf8)
        files["\(name)-open.json"] = Array(open.utf8)
        files["\(name)-not-base64.json"] = Array(object(name, "data", values).utf8)
        files["\(name).yaml"] = Array(
            ("apiVersion: v1\nkind: Secret\nmetadata:\n  name: \(name)\nstringData:\n"
                + values.sorted { $0.key < $1.key }.map { "  \($0.key): \(quoted($0.value))\n" }.joined()).utf8)
        files["\(name)-env.env"] = Array(values.map { "\($0.key)=\($0.value)\n" }.sorted().joined().utf8)
    }

    // MARK: Forms of one value

    private mutating func plantForms() {
        let pair = { (half: String) in "AWS_ACCESS_KEY_ID=\(Dumps.keyID)\nAWS_SECRET_ACCESS_KEY=\(half)\n" }
        let wrapped = Data(pair(secret()).utf8).base64EncodedString(options: .lineLength64Characters)
        let zipped = Data(FuzzSeeds.gzip(Array(pair(secret()).utf8))).base64EncodedString()
        let percent = secret().addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let escaped = secret().unicodeScalars.map { String(format: "\\u%04x", $0.value) }.joined()
        let values = [
            "wrapped": wrapped, "zipped": zipped, "twice": Dumps.base64(Dumps.base64(pair(secret()))),
            "url": "s3://\(Dumps.keyID):\(percent)@bucket.s3.amazonaws.com/x",
            "hex": secret().utf8.map { String(format: "%02x", $0) }.joined(),
            "damaged": String(zipped.prefix(zipped.count / 8 * 4)),
        ]
        plant("forms", values)
        files["escaped.json"] = Array(
            #"{"kind":"ConfigMap","metadata":{"name":"e"},"data":{"id":"\#(Dumps.keyID)","secretAccessKey":"\#(escaped)"}}"#
                .utf8)
        let wide = Array(pair(secret()).utf16).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        files["wide.env"] = [0xff, 0xfe] + wide
        files["compressed.json.gz"] = FuzzSeeds.gzip(files["forms.json"] ?? [])
    }

    // MARK: Broken dumps

    private mutating func plantBrokenDumps() {
        for name in files.keys.sorted()
        where name.hasPrefix("aws") || name.hasPrefix("google") || name.hasPrefix("forms") {
            let bytes = files[name] ?? []
            // Ends in the middle of something, most often of a secret.
            for _ in 0..<4 {
                files["torn-\(files.count)-\(name)"] = Array(
                    bytes.prefix(bytes.count / 2 + numbers.index(below: bytes.count / 2)))
            }
            for piece in ["\"", "\n", "{", ":", "\u{0}", "\\", "&a ", "*", "%", "\t- "] {
                var broken = bytes
                broken.insert(contentsOf: piece.utf8, at: bytes.count / 2 + numbers.index(below: bytes.count / 2))
                files["broken-\(files.count)-\(name)"] = broken
            }
            var noUTF8 = bytes
            noUTF8.insert(0xff, at: bytes.count * 3 / 4)
            files["invalid-\(name)"] = noUTF8
        }
        let (first, second) = (secret(), secret())
        let plain = [
            "syntax.json": #"{"kind": "Secret", "data": {"a": \#(first)}}"#,
            "syntax.yaml": "kind: Secret\ndata:\n  a: [\(first)\n",
            "stray.json": "\(second)\n{\"kind\": \"Secret\"} \(first)\n{}",
            "anchor.yaml": "kind: Secret\ndata: *\(second.filter(\.isLetter))\n",
            "tag.yaml": "kind: Secret\ndata: !<\(second)> x\n", "directive.yaml": "%\(first)\n---\nkind: Secret\n",
            "twice.json": #"{"kind":"Secret","data":{"a":"\#(first)","a":"\#(second)"}}"#,
            "twice.yaml": "kind: Secret\nstringData:\n  a: \(first)\n  a: \(second)\n",
            "number.json": "{\"kind\":\"Secret\",\"data\":{\"a\":1\(first)}}",
        ]
        for (name, text) in plain { files[name] = Array(text.utf8) }
    }
}
