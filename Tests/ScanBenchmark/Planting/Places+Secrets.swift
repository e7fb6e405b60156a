internal import StructuredText

extension Places {
    /// Secrets: as they are, as a file of some format, and behind encodings.
    static let inSecrets: [Place] = [
        Place("Secret data") { cluster, key in
            cluster.secret(
                type: "Opaque",
                [("AWS_ACCESS_KEY_ID", Array(key.id.utf8)), ("AWS_SECRET_ACCESS_KEY", Array(key.secret.utf8))])
        },
        Place("Secret data, temporary key", isTemporary: true) { cluster, key in
            cluster.secret(type: "Opaque", [("key", Array(key.id.utf8)), ("secret", Array(key.secret.utf8))])
        },
        Place("Secret stringData") { cluster, key in
            let values = StructuredValue.texts([("access-key", key.id), ("secret-key", key.secret)])
            return cluster.object("v1", "Secret", [.init("stringData", values), .init("type", "Opaque")])
        },
        Place("Secret data, INI profile file") { $0.secret("credentials", $1.profile) },
        Place("Secret data, dotenv") { $0.secret(".env", $1.dotenv) },
        Place("Secret data, JSON") { $0.secret("config.json", $1.json) },
        Place("Secret data, YAML") { $0.secret("objstore.yml", $1.yaml) },
        Place("Secret data, Hadoop XML") { cluster, key in
            cluster.secret(
                "core-site.xml",
                """
                <?xml version="1.0"?>
                <configuration>
                  <property><name>fs.s3a.access.key</name><value>\(key.id)</value></property>
                  <property><name>fs.s3a.secret.key</name><value>\(key.secret)</value></property>
                </configuration>
                """)
        },
        Place("Secret data, Java properties") { cluster, key in
            cluster.secret(
                "application.properties",
                "cloud.aws.credentials.access-key=\(key.id)\ncloud.aws.credentials.secret-key: \(key.secret)\n")
        },
        Place("Secret data, base64 of base64") { $0.secret("credentials", Base64Text.encode($1.profile)) },
        Place("Secret data, URL-safe base64") { $0.secret("credentials", Base64Text.encodeForURL($1.profile)) },
        Place("Secret data, line-wrapped base64") { $0.secret("credentials", Base64Text.encodeWrapped($1.profile)) },
        Place("Secret data, gzip (Terraform state)") { cluster, key in
            cluster.secret(type: "Opaque", [("tfstate", Compression.gzip(Array(terraformState(key).utf8)))])
        },
        Place("Secret data, zlib") { cluster, key in
            cluster.secret(type: "Opaque", [("state", Compression.zlib(Array(key.json.utf8)))])
        },
        Place("Secret data, UTF-16 text") { cluster, key in
            let units = key.profile.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            return cluster.secret(type: "Opaque", [("credentials", [0xFF, 0xFE] + units)])
        },
        Place("Secret data, URL with user info") { cluster, key in
            cluster.secret("REMOTE", "s3://\(key.id):\(percentEncoded(key.secret))@backups/daily")
        },
    ]

    /// A text in which `+` and `/` are written as in the user info of a URL.
    static func percentEncoded(_ text: String) -> String {
        text.map { $0 == "+" ? "%2B" : $0 == "/" ? "%2F" : String($0) }.joined()
    }

    private static func terraformState(_ key: SyntheticKey) -> String {
        """
        {"version":4,"terraform_version":"1.9.8","serial":12,"outputs":{},"resources":[{"mode":"managed",\
        "type":"aws_iam_access_key","name":"backup","instances":[{"attributes":{"id":"\(key.id)",\
        "secret":"\(key.secret)","status":"Active","user":"backup"}}]}]}
        """
    }
}

extension ImaginedCluster {
    /// A Secret with one text.
    mutating func secret(_ name: String, _ text: String) -> StructuredValue {
        secret(type: "Opaque", [(name, Array(text.utf8))])
    }
}
