internal import MigrationModel

/// Where a migration stands as a ticket, in the dialect of GitHub, which other trackers read as well.
public struct StatusMarkdownFormat: StatusFormat {
    /// `-o markdown`.
    public static let name = "markdown"

    /// More rows than this are better read elsewhere.
    private static let most = 50

    /// Creates the format.
    public init() {}

    /// Prints a title, the numbers, what needs attention, services, keys, and what is next.
    public func render(_ report: StatusReport, _ setting: RenderSetting, to write: (String) -> Void) {
        let facts = StatusFacts(report)
        let clusters = report.migrations.flatMap(\.status.clusters).map(MarkdownText.code).joined(separator: ", ")
        write(
            "# Off static keys: \(clusters)\n\n**\(Wording.capitalized(report.standing.words))**: \(facts.sentence).\n")
        for migration in report.migrations { write("\n" + Self.origin(migration, report.at)) }
        for part in [Self.regressed(facts), Self.overrides(facts), Self.services(facts), Self.keys(facts, report.at)]
        where !part.isEmpty { write("\n" + part) }
        for (title, standings) in [
            ("Ready", Set([StepStanding.ready])), ("Asking a person", [.asking]), ("Waiting", [.waiting]),
        ] {
            let part = Self.steps(facts, title, standings)
            if !part.isEmpty { write("\n" + part) }
        }
    }

    private static func origin(_ migration: StatusReport.Migration, _ now: Timestamp) -> String {
        let status = migration.status
        let fault = if case .broken(let sentence) = migration.seal { " " + MarkdownText.prose(sentence) } else { "" }
        return "\(now.words), plan \(MarkdownText.code(String(status.plan.prefix(12)))), "
            + (status.sequence == 0
                ? "no ledger yet"
                : "ledger of \(Wording.count(status.sequence, "event")), head \(MarkdownText.code(status.head)), "
                    + "\(migration.seal.words)\(fault)") + "\n"
    }

    private static func regressed(_ facts: StatusFacts) -> String {
        let steps = facts.steps([.regressed, .failed])
        return list("Needs attention", steps) { placed in
            let step = placed.step
            let reasons =
                step.checks.filter(\.isRegressed).map { "\($0.verification.rawValue) holds no longer: \($0.reason)" }
                + [step.failure].filter { !$0.isEmpty }
            return "\(MarkdownText.code(step.id)) \(step.standing.words): "
                + MarkdownText.prose(reasons.joined(separator: " "))
        }
    }

    private static func overrides(_ facts: StatusFacts) -> String {
        list("Gates passed with a reason", facts.overrides) { override in
            "\(MarkdownText.code(override.step)), \(override.gate.shortWords), by "
                + "\(MarkdownText.prose(override.by.user)) on \(override.at.words): \(MarkdownText.prose(override.reason))"
        }
    }

    private static func services(_ facts: StatusFacts) -> String {
        table(
            "Services", ["Service"] + facts.phases.map { Wording.capitalized($0.rawValue) } + ["Stands"], facts.services
        ) { service in
            [MarkdownText.code(facts.name(of: service.status))]
                + facts.phases.map { phase in
                    service.status.phases.first { $0.phase == phase }.map { "\($0.done)/\($0.total)" } ?? ""
                } + [service.open.first.map { $0.standing.words } ?? service.position.words]
        }
    }

    private static func keys(_ facts: StatusFacts, _ now: Timestamp) -> String {
        table("Keys", ["Key", "Stands", "Since", "What is next"], facts.keys) { key in
            [
                MarkdownText.code(key.key.id), key.fate == .retire ? key.stageWords : key.fate.words,
                (key.since ?? key.firstSeen)?.day ?? "", MarkdownText.prose(KeySection.obstacle(of: key, facts)),
            ]
        }
    }

    private static func steps(_ facts: StatusFacts, _ title: String, _ standings: Set<StepStanding>) -> String {
        list(title, facts.steps(standings)) { placed in
            let step = placed.step
            let until = step.until.map { ", until \($0.words)" } ?? ""
            let command = step.standing == .ready ? " " + MarkdownText.code(placed.command) : ""
            let waits = step.waits.first.map { ": " + MarkdownText.prose($0.reason) } ?? ""
            return "\(MarkdownText.prose(step.summary)) (\(MarkdownText.code(step.id))\(until))\(waits)\(command)"
        }
    }

    private static func list<Thing>(_ title: String, _ things: [Thing], _ line: (Thing) -> String) -> String {
        guard !things.isEmpty else { return "" }
        return "## \(title) (\(Wording.grouped(things.count)))\n\n"
            + things.prefix(most).map { "- \(line($0))\n" }.joined()
            + rest(things.count)
    }

    private static func table<Thing>(
        _ title: String, _ columns: [String], _ things: [Thing], _ cells: (Thing) -> [String]
    ) -> String {
        guard !things.isEmpty else { return "" }
        let row = { (cells: [String]) in "| " + cells.joined(separator: " | ") + " |\n" }
        return "## \(title) (\(Wording.grouped(things.count)))\n\n" + row(columns) + row(columns.map { _ in "---" })
            + things.prefix(most).map { row(cells($0)) }.joined() + rest(things.count)
    }

    private static func rest(_ count: Int) -> String {
        count > most ? "\nand \(Wording.grouped(count - most)) more\n" : ""
    }
}
