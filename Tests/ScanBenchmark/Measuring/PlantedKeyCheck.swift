internal import StructuredText

/// Compares the report of a scan with what was planted.
struct PlantedKeyCheck {
    /// Places whose key the scan did not find.
    let lost: [String]
    /// Ids that nobody planted.
    let falseAlarms: [String]

    /// Reads a report.
    ///
    /// - Parameters:
    ///   - report: what `keyshift scan -o json` printed.
    ///   - planted: what it should have found.
    /// - Throws: ``BenchmarkFailure`` when that is no report.
    init(report: [UInt8], planted: [PlantedKey] = PlantedKey.all) throws(BenchmarkFailure) {
        var reader = JSONReader()
        let tree = TreeBuilder()
        do throws(SyntaxProblem) {
            try reader.read(report.span, into: tree)
        } catch {
            throw BenchmarkFailure("keyshift printed no JSON: \(error.message) at offset \(error.offset)")
        }
        guard let keys = tree.finish()?["keys"] else { throw BenchmarkFailure("keyshift's report has no keys") }
        let found = Set(keys.elements.compactMap { $0["id"]?.text })
        lost = planted.filter { !found.contains($0.key.id) }.map(\.place.label)
        falseAlarms = found.subtracting(planted.map(\.key.id)).sorted()
    }
}
