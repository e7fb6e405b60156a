import MigrationModel

/// A detail for a person: what it is, its steps with the evidence of each, and its whole history.
enum StatusDetailTable {
    static func render(_ detail: StatusDetail, _ setting: RenderSetting, to write: (String) -> Void) {
        for section in [head(detail)] + steps(detail) {
            var flow = LineFlow(setting)
            section.add(to: &flow)
            flow.gap()
            write(flow.text)
        }
        let count = Wording.count(detail.events.count, "event")
        write("History (\(detail.events.isEmpty ? "nothing has happened yet" : count))\n")
        for event in detail.events { write(LedgerLog.text(of: event)) }
    }

    private static func head(_ detail: StatusDetail) -> StatusSection {
        switch detail.subject {
        case .service(let service): StatusSection(lines: lines(of: service))
        case .key(let key): StatusSection(lines: lines(of: key, detail))
        case .step:
            StatusSection(lines: [.sentence(detail.migration.status.clusters.joined(separator: ", "), indent: 0)])
        }
    }

    private static func lines(of service: ServiceStatus) -> [StatusSection.Line] {
        let way = service.mechanism.map { "\($0.words), wave \(service.wave)" } ?? "stays: \(service.exemption)"
        let phases = service.phases.map { "\($0.phase.rawValue) \($0.done) of \($0.total)" }
        return [
            StatusSection.Line(
                pieces: [
                    StyledText(service.id, .bold), StyledText(way),
                    StyledText(service.delivery == .gitOps ? "changed where its manager reads it" : "", .dim),
                ], indent: 0),
            .sentence("Steps done: \(phases.joined(separator: ", "))"),
            .sentence("Keys: \(Wording.list(service.keys.map(\.id)))"),
        ]
    }

    private static func lines(of key: KeyStatus, _ detail: StatusDetail) -> [StatusSection.Line] {
        let facts = [
            key.firstSeen.map { "first seen \($0.words)" }, key.since.map { "\(key.stage.rawValue) \($0.words)" },
            key.quietSince.map { "unused since \($0.words)" }, key.lastSeen.map { "last found \($0.rawValue)" },
        ].compactMap(\.self)
        let held = key.heldUpBy.isEmpty ? "" : "Held up by: \(Wording.list(key.heldUpBy))"
        return [
            StatusSection.Line(
                pieces: [
                    StyledText(key.key.id, .bold), StyledText(key.lifeLine),
                    StyledText(key.stageWords, key.isContradicted ? .red : .bold), StyledText(key.key.kind.words),
                    StyledText(key.account),
                ], indent: 0),
            .sentence("\(Wording.capitalized(key.fate.words)): \(key.reason)"),
            .sentence(facts.joined(separator: ", ")),
            .sentence("Received by: \(key.services.isEmpty ? "nobody that is known" : Wording.list(key.services))"),
            .sentence(held),
        ].filter { !$0.pieces.allSatisfy(\.text.isEmpty) }
    }

    private static func steps(_ detail: StatusDetail) -> [StatusSection] {
        detail.steps.map { step in
            let mark = step.standing.mark
            let style: StyledText.Style = step.standing.urgency < 2 ? .red : step.standing == .done ? .plain : .bold
            var lines = [
                StatusSection.Line(
                    pieces: [
                        StyledText(mark, style), StyledText(step.id, .bold), StyledText(step.standing.words, style),
                        StyledText(step.since.map { "since \($0.words)" } ?? "", .dim),
                    ], indent: 0, continuation: 4),
                .sentence(step.summary + (step.isPointOfNoReturn ? " This cannot be undone." : "")),
            ]
            if !step.failure.isEmpty { lines.append(.sentence("Failed: \(step.failure)", .red)) }
            lines += step.waits.map { wait in
                .sentence("Waits: \(wait.reason)" + (wait.until.map { " Until \($0.words)." } ?? ""), .yellow)
            }
            return StatusSection(lines: lines + step.checks.flatMap(Self.lines))
        }
    }

    private static func lines(of check: StepStatus.CheckRecord) -> [StatusSection.Line] {
        let verdict = check.isRegressed ? "holds no longer" : check.result.words
        let head = "\(check.verification.rawValue) \(verdict). \(check.reason)"
        return [
            StatusSection.Line(
                pieces: [
                    StyledText(check.result == .satisfied ? "✓" : "✗", check.isRegressed ? .red : .plain),
                    StyledText(head, .plain, .wraps), StyledText("event \(check.sequence)", .dim),
                ], indent: 4, continuation: 7)
        ]
            + check.evidence.map {
                .sentence("\($0.time.words), \($0.source): \($0.statement)", indent: 7, .dim)
            }
    }
}

extension StepStanding {
    /// A mark that differs in shape, not only in colour.
    var mark: String {
        switch self {
        case .done: "✓"
        case .regressed, .failed: "✗"
        case .running, .verifying: "▶"
        case .ready: "○"
        case .waiting: "◷"
        case .asking: "?"
        case .blocked: "·"
        }
    }
}
