import MigrationModel

/// The first lines: what it is, where it stands, and as of when.
enum StatusHeading {
    static func sections(_ facts: StatusFacts) -> [StatusSection] {
        let report = facts.report
        var lines = [
            StatusSection.Line(
                pieces: [
                    StyledText(title(report), .bold), StyledText(words(facts), style(report.standing)),
                    StyledText(facts.sentence, .plain, .wraps),
                ], indent: 0, continuation: 2)
        ]
        if report.isFleet {
            lines += fleet(report)
        } else if let migration = report.migrations.first {
            lines.append(.sentence(origin(migration, report.at), indent: 0, isBroken(migration.seal) ? .red : .dim))
        }
        return [StatusSection(lines: lines)] + shared(facts)
    }

    private static func title(_ report: StatusReport) -> String {
        let clusters = report.migrations.flatMap(\.status.clusters)
        var seen: Set<String> = []
        return Wording.series(clusters.filter { seen.insert($0).inserted }, most: 3)
    }

    private static func words(_ facts: StatusFacts) -> String {
        facts.report.standing.words + (facts.nextMoment.map { " until \($0.words)" } ?? "")
    }

    static func style(_ standing: MigrationStatus.Standing) -> StyledText.Style {
        switch standing {
        case .regressed: .red
        case .waiting: .yellow
        case .fresh, .inProgress, .done: .bold
        }
    }

    private static func isBroken(_ seal: LedgerSeal) -> Bool {
        if case .broken = seal { true } else { false }
    }

    private static func origin(_ migration: StatusReport.Migration, _ now: Timestamp) -> String {
        let status = migration.status
        let plan = status.plan.isEmpty ? "" : "plan \(status.plan.prefix(12)), "
        let ledger =
            status.sequence == 0
            ? LedgerSeal.missing.words
            : "ledger of \(Wording.count(status.sequence, "event")), head \(status.head.prefix(12)), "
                + migration.seal.words
        let fault = if case .broken(let sentence) = migration.seal { ": \(sentence)" } else { "" }
        return "\(now.words), \(plan)\(ledger)\(fault)"
    }

    /// One line for each migration of a fleet.
    private static func fleet(_ report: StatusReport) -> [StatusSection.Line] {
        let rows = report.migrations.map { migration in
            let status = migration.status
            let moved = status.services.count { ServicePosition($0) == .done }
            let live = status.keys.count { $0.fate == .retire && $0.isLive }
            return [
                StyledText(status.clusters.joined(separator: ", "), .bold),
                StyledText(status.standing.words, style(status.standing)),
                StyledText("\(Wording.grouped(moved)) of \(Wording.count(status.services.count, "service")) moved"),
                StyledText("\(Wording.count(live, "live key"))"), StyledText(status.folder, .dim),
                StyledText(isBroken(migration.seal) ? migration.seal.words : "", .red),
            ]
        }
        return [StatusSection.Line(pieces: [StyledText(report.at.words, .dim)], indent: 0)] + StatusColumns.lines(rows)
    }

    private static func shared(_ facts: StatusFacts) -> [StatusSection] {
        let shared = facts.sharedKeys
        guard facts.report.isFleet, !shared.isEmpty else { return [] }
        let lines = shared.prefix(5).map { key, clusters in
            StatusSection.Line(
                pieces: [
                    StyledText(key.key.id, .bold), StyledText(key.stageWords),
                    StyledText("goes when all of these are done: \(Wording.list(clusters, most: 8))", .plain, .wraps),
                ], continuation: 4)
        }
        return [
            StatusSection(
                title: "Keys shared across clusters (\(Wording.grouped(shared.count)))", lines: lines,
                rest: shared.count - lines.count)
        ]
    }
}

/// Sets rows under each other in columns.
enum StatusColumns {
    /// Columns beyond which one long name does not push all others away.
    private static let widest = 48

    static func lines(_ rows: [[StyledText]], indent: Int = 2) -> [StatusSection.Line] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.lazy.filter { $0.indices.contains(column) }.map { min($0[column].width, widest) }.max() ?? 0
        }
        return rows.map { row in
            let last = row.lastIndex { !$0.text.isEmpty } ?? 0
            let pieces = row.prefix(last + 1).enumerated().map { column, piece in
                // A piece without text is passed over by the flow, so that an empty cell needs something to keep its place.
                let cell = piece.text.isEmpty ? StyledText("·", .dim) : piece
                return column == last ? cell : cell.padded(to: widths[column])
            }
            return StatusSection.Line(pieces: Array(pieces), indent: indent, continuation: indent + 2)
        }
    }
}
