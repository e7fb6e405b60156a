internal import StructuredText

/// The record that Helm keeps of a release: JSON, gzip, base64, and once more base64 in a Secret.
///
/// Members as in the `Release` and `Chart` types of https://pkg.go.dev/helm.sh/helm/v3/pkg/release.
struct HelmRelease {
    /// Name of the release.
    var name: String
    /// Its revision.
    var revision: Int
    /// Values that the user set, as a JSON object.
    var config = "{}"
    /// Members of the chart's own values, as JSON.
    var values: [String] = []
    /// Members of `chart.templates`, as JSON.
    var templates: [String] = []
    /// Documents of the manifest, escaped for JSON.
    var manifests: [String] = []
    /// Manifests of its hooks, escaped for JSON.
    var hooks: [String] = []

    /// The value of `release`: base64 of gzip of the JSON, as it is before the Secret adds its own base64.
    var record: String { Base64Text.encode(Compression.gzip(Array(json.utf8))) }

    private var json: String {
        let hooks = hooks.map { manifest in
            "{\"name\":\"migrate\",\"kind\":\"Job\",\"manifest\":\"\(manifest)\",\"events\":[\"pre-upgrade\"]}"
        }
        return """
            {"name":"\(name)","info":{"first_deployed":"2024-05-01T10:00:00.123456789Z","deleted":"",\
            "description":"Upgrade complete","status":"deployed","notes":"Thank you for installing \(name)."},\
            "chart":{"metadata":{"name":"\(name)","version":"1.\(revision).0","apiVersion":"v2","type":"application"},\
            "lock":null,"templates":[\(templates.joined(separator: ","))],\
            "values":{\(values.joined(separator: ","))},"schema":null,"files":null},\
            "config":\(config),"manifest":"\(manifests.joined())","hooks":[\(hooks.joined(separator: ","))],\
            "version":\(revision),"namespace":"team-1"}
            """
    }
}

extension ImaginedCluster {
    /// A release without anything planted in it.
    mutating func helmRelease() -> HelmRelease {
        var release = HelmRelease(name: "\(random.word())-\(random.word())", revision: random.number(1..<40))
        let size = random.pick([3, 4, 6, 8, 10, 14, 20])
        release.config = "{\"image\":{\"tag\":\"v\(random.hex(8))\"},\"password\":\"\(random.password(24))\"}"
        release.templates = (0..<size).map { _ in random.pick(charts.templates) }
        release.values = (0..<size / 2).map { "\"\(random.word())\($0)\":\(random.pick(charts.values))" }
        release.manifests = (0..<size).map { _ in random.pick(charts.manifests) } + [embeddedSecret()]
        return release
    }

    /// A Secret that holds a release, or a ConfigMap where Helm's driver is set to that.
    mutating func carrier(of release: HelmRelease, configMap: Bool = false) -> StructuredValue {
        let name = "sh.helm.release.v1.\(release.name).v\(release.revision)"
        let labels = [("owner", "helm"), ("name", release.name), ("version", "\(release.revision)")]
        if configMap {
            let data = StructuredValue.texts([("release", release.record)])
            return object("v1", "ConfigMap", name: name, labels: labels, [.init("data", data)])
        }
        let data = StructuredValue.texts([("release", Base64Text.encode(release.record))])
        return object(
            "v1", "Secret", name: name, labels: labels, [.init("data", data), .init("type", "helm.sh/release.v1")])
    }

    /// A Secret as it stands in a manifest: passwords, a key store now and then, and what `openssl rand 64` prints.
    private mutating func embeddedSecret() -> String {
        var values = (0..<random.number(1..<5)).map { _ in
            Array(random.password(random.pick([12, 16, 24, 32, 40])).utf8)
        }
        if random.happens(percent: 20) { values.append(random.bytes(400)) }
        if random.happens(percent: 2) { values.append(random.bytes(64)) }
        let lines = values.enumerated().map { "  \(random.word())-\($0): \(Base64Text.encode($1))\\n" }
        let head = "---\\napiVersion: v1\\nkind: Secret\\nmetadata:\\n  name: \(random.word())-secret\\n"
        return "\(head)type: Opaque\\ndata:\\n\(lines.joined())"
    }
}
