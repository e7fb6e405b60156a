import MigrationModel

/// The sentences that sum a scan up.
struct ScanSummary {
    let report: ScanReport

    /// What was found, set aside and read, in one line.
    var line: String {
        ([found, allowed, lookAlikes, read].compactMap(\.self)).joined(separator: "; ")
    }

    /// What it means that there is no key, or that a part was not scanned; `nil` when the keys say it all.
    var verdict: String? {
        switch (report.keys.isEmpty, report.isPartial) {
        case (true, false): "No static keys found."
        case (true, true): "No static keys found in what was scanned, but the scan is partial."
        case (false, true): "The scan is partial: there may be more keys in what was not scanned."
        case (false, false): nil
        }
    }

    private var found: String? {
        guard !report.keys.isEmpty else { return nil }
        let places = report.keys.reduce(0) { $0 + $1.sightings.count }
        return
            "\(Wording.count(report.keys.count, "key")) in \(Wording.count(places, "place")) of \(holders), \(receivers)"
    }

    private var receivers: String {
        let (certain, possible) = KeyServices(report.trace).counts(of: report.keys)
        switch (certain, possible) {
        case (0, 0): return "with no consumer found"
        case (0, _): return "possibly received by \(Wording.count(possible, "service"))"
        case (_, 0): return "received by \(Wording.count(certain, "service"))"
        default:
            return "received by \(Wording.count(certain, "service")) and possibly by \(Wording.grouped(possible)) more"
        }
    }

    /// The objects and files that hold keys, counted by kind.
    private var holders: String {
        var seen = Set<Holder>()
        var kinds: [String: Int] = [:]
        for place in report.keys.lazy.flatMap(\.sightings).map(\.place) {
            guard seen.insert(Holder(place)).inserted else { continue }
            kinds[place.object?.kind ?? "file", default: 0] += 1
        }
        let counts = Wording.counts(kinds)
        guard counts.count > mostKinds else { return Wording.list(counts) }
        let others = kinds.values.sorted(by: >).dropFirst(mostKinds - 1).reduce(0, +)
        return Wording.list(counts.prefix(mostKinds - 1) + [Wording.count(others, "other object")])
    }

    private let mostKinds = 6

    private struct Holder: Hashable {
        var input: String
        var object: ObjectReference?

        init(_ place: Place) {
            input = place.input
            object = place.object
        }
    }

    private var allowed: String? {
        let count = report.keys.count - report.openKeys.count
        return count == 0 ? nil : "\(Wording.grouped(count)) allowed"
    }

    private var lookAlikes: String? {
        let reasons = report.lookAlikes.filter { $0.value > 0 }
        guard !reasons.isEmpty else { return nil }
        let ordered = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let words = ordered.map { $0.key.words($0.value) }.joined(separator: ", ")
        let total = Wording.count(reasons.values.reduce(0, +), "look-alike")
        return "\(total) set aside (\(words))"
    }

    private var read: String {
        let objects = report.inputs.reduce(0) { $0 + $1.objects }
        let bytes = report.inputs.reduce(0) { $0 + $1.bytes }
        return "\(Wording.count(objects, "object")), \(ByteCount.text(bytes)) read"
    }

    init(_ report: ScanReport) { self.report = report }
}
