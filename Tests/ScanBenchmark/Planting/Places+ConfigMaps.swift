internal import StructuredText

extension Places {
    /// ConfigMaps, and the escapes that their texts may have.
    static let inConfigMaps: [Place] = [
        Place("ConfigMap data") { $0.configMap([("AWS_ACCESS_KEY_ID", $1.id), ("AWS_SECRET_ACCESS_KEY", $1.secret)]) },
        Place("ConfigMap data, INI profile file") { $0.configMap([("credentials", $1.profile)]) },
        Place("ConfigMap data, base64") { $0.configMap([("credentials", Base64Text.encode($1.profile))]) },
        Place("ConfigMap binaryData") { cluster, key in
            let values = StructuredValue.texts([("credentials", Base64Text.encode(key.profile))])
            return cluster.object("v1", "ConfigMap", [.init("binaryData", values)])
        },
        Place("ConfigMap binaryData, gzip") { cluster, key in
            let values = StructuredValue.texts([("c.gz", Base64Text.encode(Compression.gzip(Array(key.json.utf8))))])
            return cluster.object("v1", "ConfigMap", [.init("binaryData", values)])
        },
        Place("ConfigMap data, escape of JSON inside") { cluster, key in
            let json = "{\"id\":\"\\u0041\(key.id.dropFirst())\",\"secret\":\"\(key.secret)\"}"
            return cluster.configMap([("config.json", json)])
        },
        Place("escape of the dump itself", escapesFirstLetter: true) { $0.configMap([("id", $1.id)]) },
    ]
}

extension ImaginedCluster {
    /// A ConfigMap with these texts.
    mutating func configMap(_ values: [(String, String)]) -> StructuredValue {
        object("v1", "ConfigMap", [.init("data", .texts(values))])
    }
}
