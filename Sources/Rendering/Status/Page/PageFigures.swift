import MigrationModel

/// The numbers, large, and the burn-down of live keys.
enum PageFigures {
    static func text(_ facts: StatusFacts) -> String {
        let positions = facts.positions
        let toMove = facts.services.count - (positions[.exempt] ?? 0)
        let live = facts.retired.count(where: \.isLive)
        let steps = facts.report.migrations.reduce(0) { $0 + $1.status.steps.count }
        let stays = positions[.exempt].map { ", \(Wording.grouped($0)) stay" } ?? ""
        let inactive = facts.retired.count { $0.stage == .deactivated && !$0.isContradicted }
        return """
            <section class="figures" aria-label="Numbers">
            <dl>
            \(figure("Live keys", live, of: facts.retired.count, detail(live, inactive, facts.retired.count), left: true))
            \(figure("Services moved", positions[.done] ?? 0, of: toMove, "of \(Wording.grouped(toMove))\(stays)"))
            \(figure("Steps done", facts.standings[.done] ?? 0, of: steps, "of \(Wording.grouped(steps))"))
            </dl>
            \(BurnDownChart.text(facts))
            </section>

            """
    }

    private static func detail(_ live: Int, _ inactive: Int, _ all: Int) -> String {
        let rest =
            inactive > 0 ? ", \(Wording.grouped(inactive)) inactive" : live == 0 && all > 0 ? ", all deleted" : ""
        return "of \(Wording.grouped(all))\(rest)"
    }

    private static func figure(_ name: String, _ number: Int, of total: Int, _ detail: String, left: Bool = false)
        -> String
    {
        let width = total > 0 ? min(max(number * 200 / total, number > 0 ? 3 : 0), 200) : left ? 0 : 200
        return """
            <div><dt>\(name)</dt><dd><b>\(Wording.grouped(number))</b> <span>\(detail)</span>
            <svg viewBox="0 0 200 6" preserveAspectRatio="none" aria-hidden="true"><rect width="200" height="6" class="track"/>\
            <rect width="\(width)" height="6" class="\(left ? "left" : "full")"/></svg></dd></div>
            """
    }
}
