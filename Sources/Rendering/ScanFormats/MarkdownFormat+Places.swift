import MigrationModel

/// The places of one key in a ticket.
struct MarkdownPlaces {
    let key: StaticKey
    let namesInputs: Bool

    /// Trackers refuse long tickets, and nobody reads them.
    static let most = 20

    init(_ key: StaticKey, namesInputs: Bool) {
        self.key = key
        self.namesInputs = namesInputs
    }

    func render(to write: (String) -> Void) {
        var text = "\n### " + MarkdownText.code(key.identity.id) + "\n\n"
        for sighting in key.sightings.prefix(Self.most) {
            text += item(PlaceDescription(sighting: sighting, namesInput: namesInputs))
        }
        let rest = key.sightings.count - Self.most
        if rest > 0 { text += "- … and \(Wording.grouped(rest)) more\n" }
        write(text)
    }

    private func item(_ place: PlaceDescription) -> String {
        let names = [place.holder, place.path].filter { !$0.isEmpty }.map(MarkdownText.code)
        let repetitions = place.repetitions.map { " " + MarkdownText.prose($0) } ?? ""
        let input = place.inputLine.map { ", " + MarkdownText.code($0) } ?? ""
        return "- " + names.joined(separator: ": ") + repetitions + input + "\n"
    }
}
