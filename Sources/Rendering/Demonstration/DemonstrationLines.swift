public import MigrationModel

/// What `keyshift demo` says: short lines, one for each thing that happens to a service or a key.
public enum DemonstrationLines {
    /// What is shown, and that none of it is real.
    public static func opening(services: Int, _ setting: RenderSetting) -> String {
        var flow = LineFlow(setting)
        let words =
            "A simulated cluster: \(Wording.count(services, "service")) that share one access key. Time is moved."
        flow.line([StyledText(words, .plain, .wraps)], continuation: 0)
        return flow.text
    }

    /// The heading of a part.
    public static func heading(_ words: String, _ setting: RenderSetting) -> String {
        var flow = LineFlow(setting)
        flow.gap()
        flow.line([StyledText(words, .bold)])
        return flow.text
    }

    /// A sentence below a heading.
    public static func remark(_ words: String, _ setting: RenderSetting) -> String {
        var flow = LineFlow(setting)
        flow.line([StyledText(words, .plain, .wraps)], indent: 2, continuation: 2)
        return flow.text
    }

    /// Each key of a scan, with where it lies and who receives it.
    public static func scanned(_ report: ScanReport, of user: String, _ setting: RenderSetting) -> String {
        var flow = LineFlow(setting)
        for key in report.keys {
            let carriers = Set(
                key.sightings.map { $0.place.object?.description ?? "" }.filter { $0.hasPrefix("Secret") })
            flow.line(
                [StyledText(key.identity.id, .bold), StyledText("in " + Wording.list(carriers.sorted()))], indent: 2)
            let group = report.trace.groups.first { $0.keys.contains { $0.id == key.identity.id } }
            let names = Wording.list((group?.services ?? []).map(\.object.name))
            flow.line(
                [StyledText("belongs to the IAM user \(user), is received by \(names)", .plain, .wraps)], indent: 2,
                continuation: 2)
        }
        return flow.text
    }

    /// How many steps a plan has, and what was proven of it.
    public static func planned(_ plan: Plan, _ proof: Proof, _ setting: RenderSetting) -> String {
        let steps = Wording.count(plan.steps.count, "step")
        let states = Wording.count(proof.states, "state")
        return remark(
            "\(steps), proven in \(states): no order of steps, failures and undos leaves a service without credentials.",
            setting)
    }

    /// What was done to one service or key in one phase: `day  1  shift  order-api  canary ✓  rollout ✓`.
    public static func row(_ row: DemonstrationRow, _ setting: RenderSetting) -> String {
        var flow = LineFlow(setting)
        let day = "day " + String(repeating: " ", count: max(0, 2 - String(row.day).count)) + String(row.day)
        let marks = row.deeds.map { StyledText($0.words + ($0.isDone ? " ✓" : " ✗"), $0.isDone ? .plain : .red) }
        flow.line(
            [
                StyledText(day, .dim), StyledText(row.phase.rawValue).padded(to: 12),
                StyledText(row.subject, .bold).padded(to: 20),
            ] + marks, indent: 2, continuation: 10)
        for words in row.remarks { flow.line([StyledText(words, .dim, .wraps)], indent: 10, continuation: 10) }
        return flow.text
    }

    /// What went wrong, in the words of whoever refused.
    public static func trouble(_ words: String, _ setting: RenderSetting) -> String {
        var flow = LineFlow(setting)
        flow.line([StyledText(words, .red, .wraps)], indent: 10, continuation: 10)
        return flow.text
    }

    /// What comes of it.
    public static func consequence(_ words: String, _ setting: RenderSetting) -> String {
        var flow = LineFlow(setting)
        flow.line([StyledText(words, .plain, .wraps)], indent: 10, continuation: 10)
        return flow.text
    }

    /// How it ended, what was left behind, and the next command.
    public static func closing(_ end: DemonstrationEnd, _ setting: RenderSetting) -> String {
        var flow = LineFlow(setting)
        flow.gap()
        let outages = end.outages == 0 ? "No service failed at any time" : Wording.count(end.outages, "outage")
        let keys = end.liveKeys == 0 ? "no static key is left" : Wording.count(end.liveKeys, "key") + " left"
        flow.line([StyledText("Done in \(Wording.count(end.days, "day")). \(outages); \(keys).", .bold, .wraps)])
        let column = end.files.map { TerminalText.width($0.path) }.max() ?? 0
        for (path, words) in end.files {
            flow.line([StyledText(path).padded(to: column), StyledText(words, .dim)], indent: 2)
        }
        flow.gap()
        flow.line([StyledText("Next: " + PlanSummary.command(end.command), .bold, .wraps)])
        return flow.text
    }
}
