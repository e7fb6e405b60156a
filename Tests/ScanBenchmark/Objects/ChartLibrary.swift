internal import StructuredText

/// What releases are made of: rendered manifests and the templates they came from, several hundred of each.
///
/// Rendered once, because a release only combines them, and a dump has thousands of releases.
struct ChartLibrary {
    /// Documents of a manifest, as the contents of a JSON string.
    let manifests: [String]
    /// Members of `chart.templates`, as JSON.
    let templates: [String]
    /// Parts of the chart's values, as JSON.
    let values: [String]

    private static let directives = [
        "{{- include \"chart.labels\" . | nindent 4 }}", "{{ .Release.Name }}-{{ .Chart.Name }}", "{{- end }}",
        "{{- with .Values.nodeSelector }}", "{{- toYaml . | nindent 8 }}", "{{ .Values.image.repository }}",
        "{{- if .Values.serviceAccount.create -}}", "{{ .Values.replicaCount | default 1 }}",
    ]

    init(seed: UInt64) {
        var cluster = ImaginedCluster(drawingFrom: SeededGenerator(seed: seed ^ 0xC4A7))
        let documents = (0..<240).map { _ in YAMLWriter.text(for: cluster.chartObject().sorted) }
        manifests = documents.map { Self.escaped("---\n# Source: chart/templates/object.yaml\n" + $0) }
        templates = documents.enumerated().map { index, document in
            let data = Base64Text.encode(Self.template(document, &cluster.random))
            return "{\"name\":\"templates/object-\(index).yaml\",\"data\":\"\(data)\"}"
        }
        values = (0..<120).map { _ in JSONWriter.text(for: cluster.container(), pretty: false) }
    }

    /// Turns every fourth line into a directive of a template.
    private static func template(_ document: String, _ random: inout SeededGenerator) -> String {
        document.split(separator: "\n", omittingEmptySubsequences: false)
            .map { random.happens(percent: 25) ? random.pick(directives) : String($0) }.joined(separator: "\n")
    }

    /// The text as the contents of a JSON string, without the quotes around it.
    static func escaped(_ text: String) -> String {
        String(JSONWriter.text(for: .string(text), pretty: false).dropFirst().dropLast())
    }
}

extension ImaginedCluster {
    /// A cluster without releases, from which charts are made.
    fileprivate init(drawingFrom random: SeededGenerator) {
        (self.random, charts) = (random, ChartLibrary())
    }

    /// One of the objects that charts consist of.
    fileprivate mutating func chartObject() -> StructuredValue {
        switch random.number(0..<6) {
        case 0: configMap()
        case 1: statefulSet()
        case 2: serviceAccount()
        case 3: customResource()
        default: deployment()
        }
    }
}

extension ChartLibrary {
    fileprivate init() { (manifests, templates, values) = ([], [], []) }
}
