import MigrationModel

extension Migration {
    /// Asks the cloud about a key, and writes down what is new: how it was found, whose it is, and when it was used last.
    ///
    /// A cloud that does not answer is no reason to stop: whatever relies on the answer looks for itself.
    func look(atKey key: KeyName) async throws(MigrationProblem) {
        let facts = try facts()
        let look: KeyLook
        do throws(AccessProblem) {
            look = try await KeyLooking.look(key, in: scene(facts))
        } catch {
            return
        }
        let life = facts.state.keys[key]
        var entries: [LedgerEntry] = []
        let isNew = life?.lastLook?.state != look.sighting.state || look.owner != nil && facts.owners[key] != look.owner
        if isNew { entries.append(LedgerEntry(plan: id, key: key, .keySeen(look.sighting))) }
        if let use = look.lastUse, life?.quietSince.map({ use > $0 }) ?? true {
            let quiet = KeyQuiet(since: use, evidence: look.sighting.evidence)
            entries.append(LedgerEntry(plan: id, key: key, .keyQuietSince(quiet)))
        }
        try append(entries)
    }

    /// What a person has given, and what the ledger remembers of keys that are gone: whose they were.
    func givens(_ facts: LedgerFacts) -> [String: String] {
        facts.owners.reduce(into: tools.givens) { givens, owner in
            let name = "user-\(owner.key.id)"
            givens[name] = givens[name] ?? owner.value
        }
    }
}
