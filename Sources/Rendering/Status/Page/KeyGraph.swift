import MigrationModel

/// The graph from keys to the services that receive them; a few of each key's services where there are many.
enum KeyGraph {
    private static let (width, row) = (920, 26)
    private static let (from, to) = (250, 560)
    private static let mostKeys = 16
    private static let mostRows = 48

    static func text(_ facts: StatusFacts) -> String {
        let keys = facts.keys.filter { !$0.services.isEmpty }
        guard !keys.isEmpty else { return "" }
        let shown = keys.prefix(mostKeys)
        let layout = Layout(Array(shown), facts, most: max(2, mostRows / shown.count))
        let height = layout.rows.count * row + 16
        let rest = keys.count - shown.count
        return """
            <figure class="graph"><figcaption>Who receives which key</figcaption>
            <div class="scroll"><svg viewBox="0 0 \(width) \(height)" role="img" aria-label="Graph from keys to services; the table above has the same.">
            \(layout.links)\(layout.keyNodes)\(layout.serviceNodes)</svg></div>
            \(rest > 0 ? "<p class=\"more\">and \(Wording.count(rest, "key")) more</p>" : "")</figure>

            """
    }

    /// Where everything stands: rows on the right, keys in the middle of theirs.
    private struct Layout {
        struct Row {
            var name: String
            var service: StatusFacts.Service?
        }

        var rows: [Row] = []
        var keys: [(status: KeyStatus, rows: [Int])] = []

        init(_ keys: [KeyStatus], _ facts: StatusFacts, most: Int) {
            let services = Dictionary(
                facts.services.enumerated().map { ($0.element.status.id, $0) }, uniquingKeysWith: { first, _ in first })
            var places: [String: Int] = [:]
            for key in keys {
                // In the order of the table, so that those that need attention are among the few.
                let all = key.services.compactMap { services[$0] }.sorted { $0.offset < $1.offset }.map(\.element)
                let few = all.count > most ? Array(all.prefix(most - 1)) : all
                var own = few.map { service in
                    if let place = places[service.status.id] { return place }
                    places[service.status.id] = rows.count
                    rows.append(Row(name: facts.name(of: service.status), service: service))
                    return rows.count - 1
                }
                let rest = all.dropFirst(few.count)
                if !rest.isEmpty {
                    let moved = rest.count { $0.position == .done }
                    rows.append(
                        Row(name: "and \(Wording.grouped(rest.count)) more, \(Wording.grouped(moved)) of them moved"))
                    own.append(rows.count - 1)
                }
                if !own.isEmpty { self.keys.append((key, own)) }
            }
        }

        private func y(_ place: Int) -> Int { place * row + row / 2 + 8 }

        /// The height of each key: in the middle of its rows, and below the one before.
        private var heights: [Int] {
            var last = -row
            return keys.map { _, rows in
                let middle = rows.reduce(0) { $0 + y($1) } / max(rows.count, 1)
                last = max(middle, last + row)
                return last
            }
        }

        var links: String {
            zip(keys, heights).map { key, height in
                key.rows.map { place in
                    let done = rows[place].service?.position == .done
                    let middle = (from + to) / 2
                    return
                        "<path class=\"\(done || !key.status.isLive ? "past" : "link")\" d=\"M\(from) \(height)C\(middle) \(height) "
                        + "\(middle) \(y(place)) \(to) \(y(place))\"/>\n"
                }.joined()
            }.joined()
        }

        var keyNodes: String {
            zip(keys, heights).map { key, height in
                let kind = key.status.isContradicted ? "bad" : key.status.isLive ? "open" : "past"
                return "<circle class=\"\(kind)\" cx=\"\(from)\" cy=\"\(height)\" r=\"5\"/>"
                    + "<text x=\"\(from - 14)\" y=\"\(height + 4)\" class=\"end mono\">\(shortened(key.status.key.id, 26))</text>\n"
            }.joined()
        }

        var serviceNodes: String {
            rows.enumerated().map { place, row in
                let urgent = (row.service?.open.first?.standing.urgency ?? 9) < 2
                let kind =
                    urgent ? "bad" : row.service?.position == .done ? "past" : row.service == nil ? "more" : "open"
                let word = row.service.map { " · \($0.open.first?.standing.words ?? $0.position.words)" } ?? ""
                return "<circle class=\"\(kind)\" cx=\"\(to)\" cy=\"\(y(place))\" r=\"4\"/>"
                    + "<text x=\"\(to + 12)\" y=\"\(y(place) + 4)\">\(shortened(row.name, 40))<tspan class=\"word\">\(word)</tspan></text>\n"
            }.joined()
        }

        private func shortened(_ name: String, _ limit: Int) -> String {
            HTMLText.text(TerminalText.shortened(TerminalText.harmless(name), to: limit))
        }
    }
}
