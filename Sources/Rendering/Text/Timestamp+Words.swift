import MigrationModel

extension Timestamp {
    /// The day: `2026-11-21`.
    var day: String { String(text.prefix(10)) }

    /// The moment as people write it: `2026-11-21 14:00 UTC`.
    var words: String { "\(day) \(text.dropFirst(11).prefix(5)) UTC" }

    /// How far it is from another moment: `in 6d`, `2h ago`, `now`.
    func distance(from now: Timestamp) -> String {
        let minutes = (max(self, now).milliseconds - min(self, now).milliseconds) / 60_000
        guard minutes > 0 else { return "now" }
        let length = Self.length(minutes: minutes)
        return self > now ? "in \(length)" : "\(length) ago"
    }

    /// How long ago it was: `6d`, `2h`, `5m`; `0m` for what lies ahead.
    func age(at now: Timestamp) -> String {
        Self.length(minutes: max(0, (now.milliseconds - milliseconds) / 60_000))
    }

    private static func length(minutes: Int) -> String {
        if minutes < 60 { return "\(minutes)m" }
        // Up to two days in hours, since soaks are.
        if minutes < 48 * 60 { return "\(minutes / 60)h" }
        return "\(minutes / (24 * 60))d"
    }
}
