internal import MigrationModel

/// The numbers of a report in words, shared by the formats that people read.
enum SummarySentences {
    /// `3 keys in 4 places of 2 Secrets and 1 file`; without keys that none were found.
    static func keys(_ tally: ReportTally) -> String {
        if tally.keys == 0 { return "No static cloud keys found." }
        var holders: [String] = []
        if !tally.holderKinds.isEmpty { holders.append(KindCount.text(of: tally.holderKinds)) }
        if tally.holderFiles > 0 { holders.append(Count.of(tally.holderFiles, "file")) }
        let sentence = "\(Count.of(tally.keys, "key")) in \(Count.of(tally.places, "place")) of "
        return sentence + holders.joined(separator: ", ") + exceptions(tally) + "."
    }

    private static func exceptions(_ tally: ReportTally) -> String {
        var parts: [String] = []
        if tally.allowed > 0 { parts.append("\(Count.grouped(tally.allowed)) allowed") }
        if tally.bait > 0 { parts.append("\(Count.grouped(tally.bait)) bait") }
        if tally.thirdParty > 0 { parts.append("\(Count.grouped(tally.thirdParty)) not of AWS") }
        return parts.isEmpty ? "" : "; " + parts.joined(separator: ", ")
    }

    /// `12 look-alikes set aside: 7 documentation, 5 placeholder.`; `nil` when there were none.
    static func lookAlikes(_ report: ScanReport, _ tally: ReportTally) -> String? {
        if tally.lookAlikes == 0 { return nil }
        let reasons = report.lookAlikes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "\(Count.grouped($0.value)) \(words(for: $0.key))" }
        return "\(Count.of(tally.lookAlikes, "look-alike")) set aside: \(reasons.joined(separator: ", "))."
    }

    /// `447 objects, 2.1 MB scanned.`, with the inputs where there is more than one.
    static func amount(_ tally: ReportTally) -> String {
        let from = tally.inputs == 1 ? "" : " from \(Count.of(tally.inputs, "input"))"
        return "\(Count.of(tally.objects, "object")), \(Count.ofBytes(tally.bytes)) scanned\(from)."
    }

    /// That keys may be missing; `nil` for a complete scan.
    static func partial(_ tally: ReportTally) -> String? {
        if tally.notScanned == 0 { return nil }
        let parts = tally.notScanned == 1 ? "1 part" : "\(Count.grouped(tally.notScanned)) parts"
        return "The scan is partial: \(parts) of the input could not be scanned, and keys may be missing."
    }

    private static func words(for lookAlike: LookAlike) -> String {
        switch lookAlike {
        case .documentation: "from documentation"
        case .placeholder: "placeholders"
        case .template: "templates"
        case .word: "words"
        case .alphabet: "outside the alphabet"
        case .partOfToken: "parts of longer tokens"
        }
    }
}
