import MigrationModel

/// Keys with their life so far, and what holds up their end.
enum KeySection {
    private static let most = 6

    static func sections(_ facts: StatusFacts, _ now: Timestamp) -> [StatusSection] {
        guard !facts.keys.isEmpty else { return [] }
        let rows = facts.keys.prefix(most).map { key in
            [
                StyledText(key.key.id, .bold), StyledText(key.fate == .retire ? key.lifeLine : "·····"),
                StyledText(life(of: key, now), key.isContradicted ? .red : key.isLive ? .plain : .dim),
                StyledText(obstacle(of: key, facts), .plain, .wraps),
            ]
        }
        let live = facts.retired.count(where: \.isLive)
        return [
            StatusSection(
                title: "Keys (\(Wording.grouped(facts.keys.count))): \(Wording.grouped(live)) of "
                    + "\(Wording.grouped(facts.retired.count)) to delete still live",
                lines: StatusColumns.lines(rows), rest: facts.keys.count - rows.count)
        ]
    }

    private static func life(of key: KeyStatus, _ now: Timestamp) -> String {
        let since = key.since ?? (key.stage == .active ? key.firstSeen : nil)
        let age = since.map { key.stage == .deleted ? " \($0.day)" : " \($0.age(at: now))" } ?? ""
        return key.stageWords + age
    }

    /// What has to happen before the next step of its life.
    static func obstacle(of key: KeyStatus, _ facts: StatusFacts) -> String {
        guard key.fate == .retire else { return "\(key.fate.words): \(key.reason)" }
        if key.isContradicted {
            return "found \(key.lastSeen?.rawValue ?? "again"): ask who changed it, and what it is used for"
        }
        if key.stage == .deleted { return "" }
        guard key.heldUpBy.isEmpty else {
            return "held up by \(Wording.count(key.heldUpBy.count, "service")): "
                + Wording.list(key.heldUpBy.map { facts.name(ofID: $0) }, most: 2)
        }
        guard let next = key.nextStep else { return "" }
        let quiet = key.quietSince.map { ", unused since \($0.words)" } ?? ""
        return "next: \(next)\(quiet)"
    }
}
