import MigrationModel

/// What runs, what may run now with its command, and what waits with its date.
enum StepSections {
    private static let most = 4

    static func sections(_ facts: StatusFacts, _ now: Timestamp) -> [StatusSection] {
        let running = facts.steps([.running])
        let verifying = facts.steps([.verifying])
        let ready = facts.steps([.ready])
        let asking = facts.steps([.asking])
        let waiting = facts.steps([.waiting]).sorted {
            ($0.step.until?.milliseconds ?? .max) < ($1.step.until?.milliseconds ?? .max)
        }
        return [
            section("Running", running) { [head($0), .sentence(Self.running($0.step, now))] },
            section("To be verified", verifying) { [head($0), .command($0.verification)] },
            section("Ready", ready) { [head($0), .command($0.command)] },
            section("Asking a person", asking) { placed in
                [head(placed)] + placed.step.waits.prefix(2).map { .sentence($0.reason) }
            },
            section("Waiting", waiting) { [Self.waiting($0.step, now)] },
        ].compactMap(\.self)
    }

    private static func section(
        _ title: String, _ steps: [StatusFacts.PlacedStep], _ lines: (StatusFacts.PlacedStep) -> [StatusSection.Line]
    ) -> StatusSection? {
        guard !steps.isEmpty else { return nil }
        return StatusSection(
            title: "\(title) (\(Wording.grouped(steps.count)))", lines: steps.prefix(most).flatMap(lines),
            rest: steps.count - most)
    }

    private static func head(_ placed: StatusFacts.PlacedStep) -> StatusSection.Line {
        let step = placed.step
        let actor = step.actor == .keyshift ? "" : " (by \(step.actor.shortWords))"
        let warning = step.isPointOfNoReturn ? " CANNOT BE UNDONE." : ""
        return StatusSection.Line(
            pieces: [StyledText("\(step.summary)\(actor)\(warning)", .plain, .wraps)], continuation: 4)
    }

    private static func running(_ step: StepStatus, _ now: Timestamp) -> String {
        guard let lease = step.lease else {
            return "since \(step.since?.words ?? "a while"), by nobody: --apply takes it up"
        }
        let end = lease.expires > now ? "until \(lease.expires.words)" : "ran out \(lease.expires.distance(from: now))"
        return "held by \(lease.holder.description), \(end)"
    }

    private static func waiting(_ step: StepStatus, _ now: Timestamp) -> StatusSection.Line {
        let until = step.until.map { "\($0.words) (\($0.distance(from: now)))" } ?? "not known yet"
        let reason = step.waits.first { $0.until == step.until }?.reason ?? step.waits.first?.reason ?? ""
        return StatusSection.Line(
            pieces: [StyledText(until, .yellow), StyledText(step.id), StyledText(reason, .dim, .wraps)], continuation: 4
        )
    }
}

extension Actor {
    /// Who acts, in a word or two.
    var shortWords: String {
        switch self {
        case .keyshift: "keyshift"
        case .gitOps: "a merge"
        case .terraform: "Terraform"
        case .person: "a person"
        }
    }
}
