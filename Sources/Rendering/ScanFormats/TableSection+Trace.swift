import MigrationModel

extension TableSection {
    /// What will surprise somebody, told once for all objects that it is about.
    static func findings(_ findings: [IdentityFinding], namesInputs: Bool) -> TableSection? {
        guard !findings.isEmpty else { return nil }
        let entries = entries(of: findings, namesInputs: namesInputs)
        return TableSection(title: "Identities", entries: entries, total: findings.count)
    }

    /// The entries of findings, a few of each code.
    static func entries(of findings: [IdentityFinding], namesInputs: Bool) -> [Entry] {
        var entries: [Entry] = []
        for family in FindingGroup.families(of: findings, namesInputs: namesInputs) {
            entries += family.groups.map(entry)
            guard family.rest > 0 else { continue }
            let rest = "… and \(Wording.grouped(family.rest)) more of this code (-o json lists all)"
            entries.append(Entry(line: [StyledText(family.code.rawValue, .yellow), StyledText(rest)]))
        }
        return entries
    }

    private static func entry(_ group: FindingGroup) -> Entry {
        Entry(
            line: [
                StyledText(group.code.rawValue, .yellow),
                StyledText(group.words, .plain, .wraps),
                StyledText(group.familyWords, .dim, .wraps),
            ],
            sentences: group.sentences)
    }

    /// Services that cannot be migrated without each other.
    static func groups(_ groups: [ServiceGroup]) -> TableSection? {
        let groups = groups.filter { $0.services.count > 1 }
        guard !groups.isEmpty else { return nil }
        return TableSection("Services that share keys", groups) { group in
            Entry(line: [
                StyledText(
                    "\(group.tie) \(Wording.list(group.services.map(\.object.words), most: 5))", .plain, .wraps)
            ])
        }
    }
}

extension ServiceGroup {
    /// What ties the services: `AKIA… ties 4 services together`.
    var tie: String {
        let names = Wording.list(keys.map(\.id), most: 3)
        let verb = keys.count == 1 ? "ties" : "tie"
        return "\(names) \(verb) \(Wording.count(services.count, "service")) together:"
    }
}
