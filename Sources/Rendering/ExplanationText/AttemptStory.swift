import MigrationModel

/// One place where an SDK looks.
struct AttemptStory {
    let attempt: CredentialAttempt
    let setting: CredentialSetting

    /// The verdict with a mark, so that the winner is found at a glance.
    var verdict: String {
        switch attempt.verdict {
        case .wins: "✓ wins"
        case .shadowed: "◦ shadowed"
        case .absent: "- absent"
        case .ignored: "- ignored"
        case .fails: "✗ fails"
        case .unknown: "? unknown"
        }
    }

    /// The place.
    var source: String { attempt.source.words }

    /// What it is made of, and where each part comes from.
    var parts: String {
        var groups: [(parts: [String], origin: String?)] = []
        for part in attempt.parts {
            let origin = setting.origin(of: part)?.words(besides: part)
            if let last = groups.indices.last, groups[last].origin == origin {
                groups[last].parts.append(part)
            } else {
                groups.append(([part], origin))
            }
        }
        return groups.map { group in
            group.parts.joined(separator: ", ") + (group.origin.map { " from \($0)" } ?? "")
        }.joined(separator: "; ")
    }
}
