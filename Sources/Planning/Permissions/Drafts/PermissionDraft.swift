import MigrationModel

/// What the settings of a workload show that it uses.
struct PermissionDraft {
    /// The policy; `nil` where no setting shows anything.
    let document: PolicyDocument?
    /// What it was derived from, without values.
    let derivedFrom: [PermissionOrigin]
    /// What is left open, in sentences.
    let open: [String]

    init(_ settings: DraftSettings) {
        var drafted: [DraftStatement] = []
        for pattern in DraftPatterns.all {
            let services = Set(drafted.flatMap { PolicyServices.services(of: $0.statement) })
            drafted += pattern.draft(settings, beside: services)
        }
        let used = Set(drafted.flatMap(\.settings))
        document = drafted.isEmpty ? nil : PolicyDocument(statements: Self.named(drafted.map(\.statement)))
        derivedFrom = settings.settings.filter(used.contains).map(\.origin).unique
        let unknown = settings.settings.filter { $0.arn != nil && !used.contains($0) && $0.name != "AWS_ROLE_ARN" }
        open =
            (drafted.flatMap(\.open)
            + unknown.map { setting in
                "`\(setting.origin.setting)` of the \(setting.origin.place) names something of the service \(setting.arn?.service ?? ""), for which nothing "
                    + "is drafted: add what it needs."
            }).unique
    }

    /// The services that the settings show, by the prefix of their actions.
    var services: Set<String> { Set((document?.statements ?? []).flatMap { PolicyServices.services(of: $0) }) }

    /// The statements with names that are unique: `S3List`, `S3List2`.
    private static func named(_ statements: [PolicyStatement]) -> [PolicyStatement] {
        var counts: [String: Int] = [:]
        return statements.map { statement in
            var named = statement
            let number = counts[statement.sid, default: 0] + 1
            counts[statement.sid] = number
            if number > 1 { named.sid += "\(number)" }
            return named
        }
    }
}

extension Array where Element: Hashable {
    /// The elements without those that came before.
    var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension String {
    /// The sentence with a capital first.
    var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
