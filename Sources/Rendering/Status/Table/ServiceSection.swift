import MigrationModel

/// Services with a bar for each phase; only counts where there are too many.
enum ServiceSection {
    private static let most = 10
    /// Columns below which there is one bar for all phases.
    private static let narrow = 90

    static func sections(_ facts: StatusFacts, _ setting: RenderSetting) -> [StatusSection] {
        guard !facts.services.isEmpty else { return [] }
        let isNarrow = setting.width.map { $0 < narrow } ?? false
        let phases = facts.phases
        let shown = facts.services.prefix(most)
        let rows = shown.map { service in
            [StyledText(facts.name(of: service.status), service.position == .done ? .dim : .plain)]
                + (isNarrow ? [bar(of: service.status.phases, cells: 8)] : bars(service.status, phases))
                + [standing(of: service, now: facts.report.at)]
        }
        let head = [StyledText(" ")] + phases.map { StyledText($0.rawValue, .dim) }
        let rest = facts.services.dropFirst(most)
        return [
            StatusSection(
                title: "Services (\(Wording.grouped(facts.services.count))): \(counts(facts))",
                lines: StatusColumns.lines(isNarrow || phases.isEmpty ? rows : [head] + rows) + folded(rest))
        ]
    }

    /// How many there are in each position: `3 moved, 2 to shift`.
    private static func counts(_ facts: StatusFacts) -> String {
        let counts = facts.positions
        return ServicePosition.allCases.reversed().compactMap { position in
            counts[position].map { "\(Wording.grouped($0)) \(position.words)" }
        }.joined(separator: ", ")
    }

    private static func folded(_ rest: ArraySlice<StatusFacts.Service>) -> [StatusSection.Line] {
        guard !rest.isEmpty else { return [] }
        let done = rest.count { $0.position == .done }
        let all = done == rest.count ? ", all moved" : done > 0 ? ", \(Wording.grouped(done)) of them moved" : ""
        return [.sentence("and \(Wording.grouped(rest.count)) more\(all)", indent: 2, .dim)]
    }

    private static func bars(_ service: ServiceStatus, _ phases: [Phase]) -> [StyledText] {
        phases.map { phase in
            guard let count = service.phases.first(where: { $0.phase == phase }) else {
                return StyledText("—", .dim)
            }
            return bar(of: [count], cells: 5)
        }
    }

    /// What is done in full cells and what is not in light ones: `███░`.
    private static func bar(of counts: [ServiceStatus.PhaseCount], cells: Int) -> StyledText {
        let (done, total) = counts.reduce((0, 0)) { ($0.0 + $1.done, $0.1 + $1.total) }
        // Something that was begun has a cell, and only what is done has them all.
        let full = total <= 0 ? cells : done <= 0 ? 0 : min(max(done * cells / total, 1), cells)
        return StyledText(
            String(repeating: "█", count: full) + String(repeating: "░", count: cells - full),
            full == cells ? .dim : .plain)
    }

    private static func standing(of service: StatusFacts.Service, now: Timestamp) -> StyledText {
        if !service.status.exemption.isEmpty { return StyledText("stays: \(service.status.exemption)", .dim, .wraps) }
        guard let step = service.open.first else {
            return StyledText(service.position == .done ? "moved" : "behind others", .dim)
        }
        let name = step.id.split(separator: "/").last.map(String.init) ?? step.id
        let until = step.until.map { " until \($0.words)" } ?? ""
        switch step.standing {
        case .regressed, .failed: return StyledText("\(name) \(step.standing.words)", .red)
        case .waiting: return StyledText("\(name) waits\(until)", .yellow, .wraps)
        case .running:
            return StyledText("\(name) running\(step.lease.map { ", by \($0.holder.user)" } ?? "")", .bold, .wraps)
        default: return StyledText("\(name) \(step.standing.words)", .bold)
        }
    }
}
