import MigrationModel

/// The lines under the places of a key, one per service that receives it.
struct TableServices {
    private let services: [KeyService]
    private let rows: [[StyledText]]
    private let blindSpots: [String]

    /// More services than this are better read by a program.
    static let most = 10

    init(_ services: [KeyService], blindSpots: [String], namesInputs: Bool) {
        self.services = services
        self.blindSpots = blindSpots
        let rows = services.prefix(Self.most).map { service in
            Self.row(ServiceDescription(service: service, namesInput: namesInputs))
        }
        let name = rows.reduce(0) { max($0, $1[0].width) }
        self.rows = name <= Self.widest ? rows.map { [$0[0].padded(to: name)] + $0.dropFirst() } : rows
    }

    func add(to flow: inout LineFlow) {
        for row in rows { flow.line(row, indent: Self.indent) }
        if rows.isEmpty {
            flow.line([StyledText("→ " + BlindSpots.noConsumer(blindSpots), .plain, .wraps)], indent: Self.indent)
        }
        guard services.count > rows.count else { return }
        let rest = Wording.count(services.count - rows.count, "more service")
        flow.line([StyledText("→ … and \(rest) (-o json lists all)")], indent: Self.indent)
    }

    private static let indent = 4
    private static let widest = 44

    private static func row(_ service: ServiceDescription) -> [StyledText] {
        var pieces = [StyledText("→ " + service.name)]
        if let doubt = service.doubt { pieces.append(StyledText(doubt, .yellow)) }
        pieces += service.size.map { StyledText($0) }
        pieces += service.ways.map { StyledText($0, .plain, .wraps) }
        pieces += ([service.standIn] + service.managers + [service.input]).compactMap(\.self).map {
            StyledText($0, .dim)
        }
        return pieces
    }
}
