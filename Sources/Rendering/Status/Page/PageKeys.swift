import MigrationModel

/// Keys with their lives and who holds them up, and the graph from keys to services.
enum PageKeys {
    static func write(_ facts: StatusFacts, to write: (String) -> Void) {
        guard !facts.keys.isEmpty else { return }
        write(
            """
            <section id="keys" aria-labelledby="keys-title">
            <h2 id="keys-title">Keys <span class="count">\(Wording.grouped(facts.keys.count))</span></h2>
            <div class="scroll"><table class="keys"><caption class="vh">Keys, their lives and what holds up their end</caption>
            <thead><tr><th scope="col">Key</th><th scope="col">Life</th><th scope="col">Services</th>\
            <th scope="col">What is next</th></tr></thead><tbody>

            """)
        for (index, key) in facts.keys.enumerated() { write(row(index, key, facts)) }
        write("</tbody></table></div>\n")
        write(KeyGraph.text(facts))
        write("</section>\n")
    }

    private static func row(_ index: Int, _ key: KeyStatus, _ facts: StatusFacts) -> String {
        let account = key.account.isEmpty ? "" : " · \(HTMLText.text(key.account))"
        let services = Wording.count(key.services.count, "service")
        let filter =
            key.services.isEmpty
            ? "no service"
            : "<button type=\"button\" class=\"link\" data-k=\"\(HTMLText.text(key.key.id))\">\(services)</button>"
        return """
            <tr\(key.isContradicted ? " class=\"bad\"" : "")><th scope="row"><button type="button" aria-expanded="false" data-key="\(index)">\
            \(HTMLText.name(key.key.id))</button><p>\(key.key.kind.words)\(account)</p></th>\
            <td>\(life(of: key, facts.report.at))</td><td>\(filter)</td><td>\(HTMLText.text(KeySection.obstacle(of: key, facts)))</td></tr>

            """
    }

    /// Three beads on a string: live, inactive, deleted, with when.
    private static func life(of key: KeyStatus, _ now: Timestamp) -> String {
        let since = (key.since ?? key.firstSeen).map { " <small>since \(HTMLText.time($0.text, $0.day))</small>" } ?? ""
        let word = key.isContradicted ? key.stageWords.lowercased() : key.stageWords
        guard key.fate == .retire else { return "<span class=\"w w-blocked\">\(key.fate.words)</span>" }
        let reached = key.stage == .deleted ? 3 : key.stage == .deactivated ? 2 : 1
        let beads = (1...3).map { bead in
            let x = 8 + (bead - 1) * 34
            let line = bead > 1 ? "<path class=\"\(bead <= reached ? "on" : "off")\" d=\"M\(x - 28) 8H\(x - 6)\"/>" : ""
            let kind = bead < reached ? "past" : bead == reached ? (reached == 1 ? "open" : "on") : "off"
            return line + "<circle class=\"\(kind)\" cx=\"\(x)\" cy=\"8\" r=\"5\"/>"
        }
        return
            "<svg class=\"life\" viewBox=\"0 0 84 16\" width=\"84\" height=\"16\" aria-hidden=\"true\">\(beads.joined())</svg> "
            + "<span class=\"w w-\(key.isContradicted ? "regressed" : key.isLive ? "live" : key.stage == .deleted ? "done" : "blocked")\">\(word)</span>\(since)"
    }
}
