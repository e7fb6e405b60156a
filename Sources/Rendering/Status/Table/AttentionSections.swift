import MigrationModel

/// What regressed and what failed, with what to do.
enum AttentionSection {
    private static let most = 5

    static func sections(_ facts: StatusFacts, _ now: Timestamp) -> [StatusSection] {
        [
            section("!! Regressed", .regressed, facts, now), section("! Failed", .failed, facts, now),
            contradictions(facts, now),
        ].compactMap(\.self)
    }

    private static func section(
        _ title: String, _ standing: StepStanding, _ facts: StatusFacts, _ now: Timestamp
    ) -> StatusSection? {
        let steps = facts.steps([standing])
        guard !steps.isEmpty else { return nil }
        let lines = steps.prefix(most).flatMap { Self.lines(of: $0, now) }
        return StatusSection(
            title: "\(title) (\(Wording.grouped(steps.count)))", style: .red, lines: lines, rest: steps.count - most)
    }

    private static func lines(of placed: StatusFacts.PlacedStep, _ now: Timestamp) -> [StatusSection.Line] {
        let step = placed.step
        let checks = step.checks.filter(\.isRegressed)
        let since = (checks.map(\.at).min() ?? step.since).map { "since \($0.words), \($0.distance(from: now))" } ?? ""
        var lines = [
            StatusSection.Line(pieces: [StyledText(step.id, .bold), StyledText(since, .dim)], continuation: 4)
        ]
        if let first = checks.first {
            lines.append(.sentence("\(first.verification.rawValue) holds no longer: \(first.reason)"))
        }
        // Mostly one thing is the matter, and every check says so in its own words: they are in the detail.
        if checks.count > 1 {
            let names = Wording.list(checks.dropFirst().map(\.verification.rawValue))
            lines.append(.sentence("Nor \(checks.count == 2 ? "does" : "do") \(names)."))
        }
        if step.standing == .failed, !step.failure.isEmpty { lines.append(.sentence(step.failure)) }
        return lines + [.command(step.standing == .failed ? placed.command : placed.verification)]
    }

    private static func contradictions(_ facts: StatusFacts, _ now: Timestamp) -> StatusSection? {
        let keys = facts.keys.filter(\.isContradicted)
        guard !keys.isEmpty else { return nil }
        let lines = keys.prefix(most).map { key in
            let since = key.since.map { ", which it was on \($0.words)" } ?? ""
            return StatusSection.Line(
                pieces: [
                    StyledText(key.key.id, .bold),
                    StyledText(
                        "was found \(key.lastSeen?.rawValue ?? "") although it is \(key.stage.rawValue)\(since): "
                            + "somebody changed it behind the ledger's back", .plain, .wraps),
                ], continuation: 4)
        }
        return StatusSection(
            title: "!! Keys that came back (\(Wording.grouped(keys.count)))", style: .red, lines: lines,
            rest: keys.count - most)
    }
}

/// The gates that were passed with a reason.
enum OverrideSection {
    private static let most = 3

    static func sections(_ facts: StatusFacts, _ now: Timestamp) -> [StatusSection] {
        let overrides = facts.overrides
        guard !overrides.isEmpty else { return [] }
        let lines = overrides.prefix(most).flatMap { override in
            [
                StatusSection.Line(
                    pieces: [
                        StyledText(override.step, .bold),
                        StyledText("by \(override.by.user)@\(override.by.host), \(override.at.words)", .dim),
                    ], continuation: 4),
                .sentence("\(override.reason) (passed: \(override.gate.shortWords))"),
            ]
        }
        return [
            StatusSection(
                title: "! Gates passed with a reason (\(Wording.grouped(overrides.count)))", style: .yellow,
                lines: lines,
                rest: overrides.count - most)
        ]
    }
}

extension Gate {
    /// The gate in a few words.
    var shortWords: String {
        switch self {
        case .soak(let hours): "soak of \(Wording.count(hours, "hour"))"
        case .quiet(let days): "\(Wording.count(days, "quiet day"))"
        case .schedule(let hours, _): "\(Wording.count(hours, "hour")) in which everything runs once"
        case .draftAccepted: "permissions accepted by a person"
        case .approval: "approval by a person"
        case .propagation(let seconds, _): "propagation of \(Wording.count(seconds, "second"))"
        }
    }
}
