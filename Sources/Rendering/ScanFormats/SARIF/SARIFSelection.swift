internal import MigrationModel

/// Which results fit into one run, the most severe first.
///
/// GitHub refuses an upload with more than 25,000 results in a run, and more than one run of the same tool:
/// https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
struct SARIFSelection {
    static let limit = 25_000

    private var room: [SARIFLevel: Int] = [:]
    /// How many results fit.
    let limit: Int
    /// How many results do not fit.
    let leftOut: Int

    init(of report: ScanReport, limit: Int) {
        self.limit = limit
        var counts: [SARIFLevel: Int] = [:]
        for key in report.keys {
            for sighting in key.sightings { counts[SARIFLevel(of: sighting), default: 0] += 1 }
        }
        var left = limit
        for level in SARIFLevel.allCases {
            let taken = min(left, counts[level] ?? 0)
            room[level] = taken
            left -= taken
        }
        leftOut = counts.values.reduce(0, +) - (limit - left)
    }

    /// Whether the result of the next sighting is printed.
    mutating func takes(_ sighting: Sighting) -> Bool {
        let level = SARIFLevel(of: sighting)
        guard let free = room[level], free > 0 else { return false }
        room[level] = free - 1
        return true
    }
}

/// How severe a result is (SARIF 2.1.0, section 3.27.10), the most severe first.
enum SARIFLevel: String, CaseIterable {
    case error
    case warning
    case note

    /// A key with its secret half works; an id in a field that is named so probably does; bait must not be touched.
    init(of sighting: Sighting) {
        switch (sighting.nature, sighting.confidence) {
        case (.bait, _), (_, .bare): self = .note
        case (_, .named): self = .warning
        case (_, .paired): self = .error
        }
    }
}
