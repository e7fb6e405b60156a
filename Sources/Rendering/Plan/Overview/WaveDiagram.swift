import MigrationModel

/// The waves as a Mermaid flowchart; see [flowcharts](https://mermaid.js.org/syntax/flowchart.html).
enum WaveDiagram {
    /// More boxes than this make no readable picture.
    private static let most = 20

    static func text(_ context: PlanContext) -> String {
        let waves = Dictionary(grouping: context.moved, by: \.wave).sorted { $0.key < $1.key }
        guard !waves.isEmpty else { return "" }
        var lines = ["flowchart LR"]
        for (wave, services) in waves {
            lines.append("  subgraph wave\(wave)[\"Wave \(wave)\"]")
            lines += services.prefix(most).map { "    \(node($0))[\"\(label($0.workload.description))\"]" }
            let rest = services.count - most
            if rest > 0 { lines.append("    wave\(wave)more[\"and \(rest) more\"]") }
            lines.append("  end")
        }
        lines += zip(waves, waves.dropFirst()).map { "  wave\($0.key) --> wave\($1.key)" }
        return "## Waves\n\n```mermaid\n" + lines.joined(separator: "\n") + "\n```\n"
    }

    /// A name that stays when other services come.
    private static func node(_ service: PlannedService) -> String { "s" + SafePath.digest(service.id) }

    /// Everything that could be syntax, of Mermaid or of the HTML that it makes, as an entity code.
    private static func label(_ text: String) -> String {
        TerminalText.harmless(text).unicodeScalars.reduce(into: "") { result, scalar in
            let isPlain =
                scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789 -./".unicodeScalars.contains(scalar))
            result += isPlain ? String(scalar) : "#\(scalar.value);"
        }
    }
}
