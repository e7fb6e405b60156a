import MigrationModel

/// The places of one key in a ticket, and the services that receive it.
struct MarkdownPlaces {
    let key: StaticKey
    let services: [KeyService]
    let blindSpots: [String]
    let namesInputs: Bool

    /// Trackers refuse long tickets, and nobody reads them.
    static let most = 20

    func render(to write: (String) -> Void) {
        var text = "\n### " + MarkdownText.code(key.identity.id) + "\n\n"
        for sighting in key.sightings.prefix(Self.most) {
            text += item(PlaceDescription(sighting: sighting, namesInput: namesInputs))
        }
        let rest = key.sightings.count - Self.most
        if rest > 0 { text += "- … and \(Wording.grouped(rest)) more\n" }
        write(text + received)
    }

    private var received: String {
        guard !services.isEmpty else {
            return "\n→ " + MarkdownText.prose(BlindSpots.noConsumer(blindSpots)) + "\n"
        }
        var text = "\nReceived by:\n\n"
        for service in services.prefix(Self.most) {
            text += item(ServiceDescription(service: service, namesInput: namesInputs))
        }
        let rest = services.count - Self.most
        return text + (rest > 0 ? "- … and \(Wording.grouped(rest)) more\n" : "")
    }

    private func item(_ service: ServiceDescription) -> String {
        let facts =
            [service.doubt] + service.size + service.ways + [service.standIn] + service.managers + [service.input]
        let words = facts.compactMap(\.self).map(MarkdownText.prose)
        return "- \(MarkdownText.code(service.name)) — \(words.joined(separator: "; "))\n"
    }

    private func item(_ place: PlaceDescription) -> String {
        let names = [place.holder, place.path].filter { !$0.isEmpty }.map(MarkdownText.code)
        let repetitions = place.repetitions.map { " " + MarkdownText.prose($0) } ?? ""
        let input = place.inputLine.map { ", " + MarkdownText.code($0) } ?? ""
        return "- " + names.joined(separator: ": ") + repetitions + input + "\n"
    }
}
