internal import StructuredText

extension ImaginedCluster {
    /// A Secret with these plain values.
    mutating func secret(type: String, name: String? = nil, _ values: [(String, [UInt8])]) -> StructuredValue {
        let data = StructuredValue.texts(values.map { ($0.0, Base64Text.encode($0.1)) })
        return object("v1", "Secret", name: name, [.init("data", data), .init("type", .string(type))])
    }

    /// Passwords, tokens, connection strings, and now and then a key store.
    mutating func opaqueSecret() -> StructuredValue {
        var values: [(String, [UInt8])] = []
        for number in 0..<random.number(1..<8) {
            let name = "\(random.word())_\(random.word())_\(number)".uppercased()
            values.append((name, Array(random.password(random.pick([12, 16, 32, 40, 64])).utf8)))
        }
        if random.happens(percent: 40) {
            let login = "\(random.word()):\(random.password(24))"
            values.append(("DATABASE_URL", Array("postgresql://\(login)@db.example.com:5432/\(random.word())".utf8)))
        }
        if random.happens(percent: 20) { values.append(("keystore.jks", random.bytes(random.number(2000..<6000)))) }
        if random.happens(percent: 30) {
            values.append(("application.yaml", Array(random.settings(random.number(200..<3000)).utf8)))
        }
        return secret(type: "Opaque", values)
    }

    /// A certificate chain and its private key.
    mutating func tlsSecret() -> StructuredValue {
        let chain = pem("CERTIFICATE", 1300) + pem("CERTIFICATE", 1050)
        let key = pem("PRIVATE KEY", 1218)
        return secret(type: "kubernetes.io/tls", [("tls.crt", Array(chain.utf8)), ("tls.key", Array(key.utf8))])
    }

    /// The token of a service account and the certificate authority of the cluster.
    mutating func tokenSecret() -> StructuredValue {
        let token = "eyJ\(random.password(52)).eyJ\(random.password(520)).\(random.password(342))"
        return secret(
            type: "kubernetes.io/service-account-token",
            [
                ("ca.crt", Array(pem("CERTIFICATE", 780).utf8)), ("namespace", Array("team-1".utf8)),
                ("token", Array(token.utf8)),
            ])
    }

    /// A login to a container registry.
    mutating func registrySecret() -> StructuredValue {
        let (user, password) = ("robot-\(random.word())", random.password(32))
        let login = """
            {"auths":{"registry-\(random.word()).example.com":{"username":"\(user)","password":"\(password)",\
            "auth":"\(Base64Text.encode("\(user):\(password)"))"}}}
            """
        return secret(type: "kubernetes.io/dockerconfigjson", [(".dockerconfigjson", Array(login.utf8))])
    }

    /// Random bytes in the dress of a PEM block (RFC 7468).
    private mutating func pem(_ label: String, _ size: Int) -> String {
        let digits = Array(Base64Text.encode(random.bytes(size)).utf8)
        let lines = stride(from: 0, to: digits.count, by: 64)
            .map { String(decoding: digits[$0..<min(digits.count, $0 + 64)], as: UTF8.self) }
        return "-----BEGIN \(label)-----\n\(lines.joined(separator: "\n"))\n-----END \(label)-----\n"
    }
}
