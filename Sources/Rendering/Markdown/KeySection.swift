internal import MigrationModel

/// One key in Markdown: a row of the overview, and the list of its places.
enum KeySection {
    /// What ``row(for:at:)`` fills.
    static let columns = ["Key", "Kind", "Owner", "Secret half", "Age", "Managed by", "Remarks"]

    /// The row of the overview.
    static func row(for key: StaticKey, at now: String) -> String {
        MarkdownTable.row([
            code(key.identity.id), key.identity.kind.words, key.identity.owner.map(code) ?? "",
            key.secretHalfPresent ? "present" : "not seen", Age.oldest(of: key, at: now) ?? "",
            key.managerWords.map(code).joined(separator: ", "), remarks(on: key).joined(separator: "; "),
        ])
    }

    /// The places, under a heading.
    static func places(of key: StaticKey, _ presentation: Presentation) -> String {
        var text = "\n### \(MarkdownText.code(key.identity.id))\n\n"
        let count = key.sightings.count <= PlaceRows.limit + 1 ? key.sightings.count : PlaceRows.limit
        for sighting in key.sightings.prefix(count) { text += item(for: sighting, presentation) }
        if key.sightings.count > count {
            text += "- … and \(Count.of(key.sightings.count - count, "more place")) (all of them with `-o json`)\n"
        }
        return text
    }

    private static func code(_ text: String) -> String { MarkdownText.code(text, isInTable: true) }

    private static func remarks(on key: StaticKey) -> [String] {
        var remarks: [String] = []
        if key.isInImmutableCarrier { remarks.append("immutable") }
        switch key.nature {
        case .bait: remarks.append("bait: leave it in place")
        case .thirdParty(let host): remarks.append("not AWS: \(code(host))")
        case .ordinary: break
        }
        if let allowed = key.allowed {
            remarks.append("allowed until \(MarkdownText.prose(allowed.expires)): \(MarkdownText.prose(allowed.reason))")
        }
        return remarks
    }

    private static func item(for sighting: Sighting, _ presentation: Presentation) -> String {
        let place = sighting.place
        var parts: [String] = []
        if let object = place.object { parts.append(MarkdownText.code(object.description)) }
        parts.append(MarkdownText.code(place.path.description))
        if presentation.isFile(place.input) { parts.append(MarkdownText.code("\(place.input):\(place.line)")) }
        if let repetition = sighting.repetition { parts.append(MarkdownText.prose(repetition)) }
        return "- \(parts.joined(separator: ", "))\n"
    }
}
