internal import MigrationModel

/// The lines of a key's places, indented under it.
struct PlaceRows {
    /// More places than this are counted and not shown.
    static let limit = 20
    private static let indent = 2
    private static let widestHolder = 48

    private var shown: ArraySlice<Sighting>
    private var hidden: Int
    private var presentation: Presentation

    /// Takes the first places of a key.
    init(_ key: StaticKey, _ presentation: Presentation) {
        // A line that says that one place is hidden could as well show it.
        let count = key.sightings.count <= Self.limit + 1 ? key.sightings.count : Self.limit
        shown = key.sightings.prefix(count)
        hidden = key.sightings.count - count
        self.presentation = presentation
    }

    /// The lines.
    func text(style: TerminalStyle) -> String {
        let rows = shown.map { ($0, holder(of: $0.place)) }
        let widths = rows.map { TerminalText.width($0.1) }.filter { $0 <= Self.widestHolder }
        var text = ""
        for (sighting, holder) in rows {
            let line = FlowLine(
                cells: [FlowLine.Cell(text: holder, minimumWidth: widths.max() ?? 0)] + details(of: sighting),
                indent: Self.indent, hangingIndent: Self.indent + 4)
            text += line.text(width: presentation.width, style: style)
        }
        if hidden > 0 {
            let rest = "  … and \(Count.of(hidden, "more place")) (all of them with -o json)"
            text += style.apply(.faint, to: rest) + "\n"
        }
        return text
    }

    private func holder(of place: Place) -> String {
        TerminalText.visible(place.object?.description ?? position(of: place))
    }

    private func details(of sighting: Sighting) -> [FlowLine.Cell] {
        let place = sighting.place
        var cells = [FlowLine.Cell(text: TerminalText.visible(place.path.description))]
        if let repetition = sighting.repetition {
            cells.append(FlowLine.Cell(text: "(\(TerminalText.visible(repetition)))", emphasis: .faint))
        }
        if place.object != nil, presentation.isFile(place.input) {
            cells.append(FlowLine.Cell(text: TerminalText.visible(position(of: place)), emphasis: .faint))
        }
        return cells
    }

    private func position(of place: Place) -> String {
        place.input == "-" ? "standard input:\(place.line)" : "\(place.input):\(place.line)"
    }
}
