import MigrationModel

/// The lines under a key, one per place.
struct TablePlaces {
    private let rows: [[StyledText]]
    private let rest: Int

    /// More places than this are better read by a program.
    static let most = 20

    init(_ sightings: [Sighting], namesInputs: Bool, width: Int?) {
        rest = sightings.count - min(sightings.count, Self.most)
        let rows = sightings.prefix(Self.most).map { sighting in
            Self.row(PlaceDescription(sighting: sighting, namesInput: namesInputs))
        }
        let holder = rows.reduce(0) { max($0, $1[0].width) }
        let path = rows.reduce(0) { max($0, $1[1].width) }
        let isAligned = width.map { Self.indent + holder + 2 + path <= $0 } ?? (holder <= Self.widest)
        self.rows = isAligned ? rows.map { [$0[0].padded(to: holder)] + $0.dropFirst() } : rows
    }

    func add(to flow: inout LineFlow) {
        for row in rows { flow.line(row, indent: Self.indent) }
        guard rest > 0 else { return }
        flow.line(
            [StyledText("… and \(Wording.grouped(rest)) more \(rest == 1 ? "place" : "places") (-o json lists all)")],
            indent: Self.indent)
    }

    private static let indent = 4
    private static let widest = 60

    private static func row(_ place: PlaceDescription) -> [StyledText] {
        [StyledText(place.holder), StyledText(place.path, .dim)]
            + [place.repetitions, place.inputLine].compactMap { $0.map { StyledText($0, .dim) } }
    }
}
