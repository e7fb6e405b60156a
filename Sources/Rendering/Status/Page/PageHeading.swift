import MigrationModel

/// The head of the page: which clusters, where they stand, as of when, and the ways into the page.
enum PageHeading {
    static func title(_ report: StatusReport) -> String {
        var seen: Set<String> = []
        return Wording.series(report.migrations.flatMap(\.status.clusters).filter { seen.insert($0).inserted }, most: 3)
    }

    static func text(_ facts: StatusFacts) -> String {
        let report = facts.report
        let places = [
            ("now", "Next"), ("services", "Services"), ("keys", "Keys"), ("overrides", "Overrides"),
            ("ledger", "Ledger"),
        ]
        return """
            <header>
            <div class="bar"><p class="mark">key<b>shift</b></p>
            <nav aria-label="Sections"><ul>\(places.map { "<li><a href=\"#\($0.0)\">\($0.1)</a></li>" }.joined())</ul></nav></div>
            <div class="title"><h1>\(HTMLText.name(title(report)))</h1>
            <p class="standing s-\(report.standing.rawValue)"><span aria-hidden="true">\(mark(report.standing))</span>\(
                Wording.capitalized(report.standing.words.lowercased()))\(until(facts))</p></div>
            <p class="lead">\(facts.sentence).</p>
            <p class="asof">As of \(HTMLText.time(report.at.text, report.at.words))\(plan(report))</p>
            \(fleet(report))</header>

            """
    }

    private static func until(_ facts: StatusFacts) -> String {
        facts.nextMoment.map { " until \(HTMLText.time($0.text, $0.words))" } ?? ""
    }

    private static func plan(_ report: StatusReport) -> String {
        guard !report.isFleet, let plan = report.migrations.first?.status.plan, !plan.isEmpty else { return "" }
        return ", plan <code title=\"\(HTMLText.text(plan))\">\(HTMLText.text(String(plan.prefix(12))))</code>"
    }

    private static func mark(_ standing: MigrationStatus.Standing) -> String {
        switch standing {
        case .fresh: "○"
        case .inProgress: "◐"
        case .waiting: "◷"
        case .regressed: "▲"
        case .done: "●"
        }
    }

    private static func fleet(_ report: StatusReport) -> String {
        guard report.isFleet else { return "" }
        let rows = report.migrations.map { migration in
            let status = migration.status
            let moved = status.services.count { ServicePosition($0) == .done }
            let live = status.keys.count { $0.fate == .retire && $0.isLive }
            return """
                <tr><th scope="row">\(HTMLText.name(status.clusters.joined(separator: ", ")))</th>
                <td><span class="standing small s-\(status.standing.rawValue)"><span aria-hidden="true">\(
                    mark(status.standing))</span>\(Wording.capitalized(status.standing.words.lowercased()))</span></td>
                <td class="n">\(Wording.grouped(moved)) of \(Wording.grouped(status.services.count))</td>
                <td class="n">\(Wording.grouped(live))</td><td>\(HTMLText.code(status.folder))</td></tr>

                """
        }
        return """
            <div class="scroll"><table class="fleet"><caption class="vh">Migrations</caption>
            <thead><tr><th scope="col">Cluster</th><th scope="col">Stands</th><th scope="col" class="n">Services moved</th>
            <th scope="col" class="n">Live keys</th><th scope="col">Plan</th></tr></thead>
            <tbody>\(rows.joined())</tbody></table></div>

            """
    }
}
