public import MigrationModel

/// Applies an allowlist to the keys of a scan.
public struct AllowanceMatching: Hashable, Sendable {
    /// The keys, those that may stay marked with the entry that says so.
    public var keys: [StaticKey]
    /// Entries whose day has passed; they cover nothing.
    public var expired: [Allowance]
    /// Entries that are still good and cover nothing.
    public var unused: [Allowance]

    /// Marks a key as allowed if each of its places is covered by an entry that is still good.
    ///
    /// One place that no entry covers leaves the whole key open. Where several entries cover a key together, it is marked
    /// with the one that expires first, since that is the day on which the key is open again.
    ///
    /// - Parameters:
    ///   - allowances: the entries of the allowlist.
    ///   - keys: the keys of the scan.
    ///   - today: `YYYY-MM-DD` in UTC; an entry is good until the end of its last day.
    public init(_ allowances: [Allowance], to keys: [StaticKey], today: String) {
        let entries = allowances.filter { $0.expires >= today }.map(Entry.init)
        expired = allowances.filter { $0.expires < today }
        var used = Set<Int>()
        self.keys = keys.map { key in
            var key = key
            let relevant = entries.indices.filter { entries[$0].key.matches(key.identity.id) }
            let covering = key.sightings.map { sighting in
                relevant.filter { entries[$0].covers(sighting.place) }
            }
            used.formUnion(covering.joined())
            key.allowed = Self.verdict(covering, entries)
            return key
        }
        unused = entries.indices.filter { !used.contains($0) }.map { entries[$0].allowance }
    }

    private struct Entry {
        var allowance: Allowance
        var key: Glob
        var place: Glob?
        var namesPath: Bool

        init(_ allowance: Allowance) {
            self.allowance = allowance
            key = Glob(allowance.key)
            place = allowance.place.map(Glob.init)
            namesPath = allowance.place?.utf8.contains(UInt8(ascii: "#")) ?? false
        }

        /// Whether the place is meant, by the name of its object or of its input, with or without the path in it.
        func covers(_ place: Place) -> Bool {
            guard let glob = self.place else { return true }
            let path = namesPath ? "#" + place.path.description : ""
            return Self.subjects(of: place).contains { glob.matches($0) || namesPath && glob.matches($0 + path) }
        }

        private static func subjects(of place: Place) -> [String] {
            guard let object = place.object else { return [place.input] }
            let name = "\(object.kind)/\(object.name)"
            guard let namespace = object.namespace else { return [place.input, name, "/" + name] }
            return [place.input, namespace + "/" + name]
        }
    }

    /// The entry that a key is marked with: one that covers all of it, the longest; else the first to expire of those that
    /// keep it allowed.
    private static func verdict(_ covering: [[Int]], _ entries: [Entry]) -> Allowance? {
        guard !covering.isEmpty, covering.allSatisfy({ !$0.isEmpty }) else { return nil }
        let everywhere = covering.dropFirst().reduce(Set(covering[0])) { $0.intersection($1) }
        if let longest = latest(everywhere.sorted(), entries) { return entries[longest].allowance }
        let lasting = covering.compactMap { latest($0, entries) }
        return lasting.min { entries[$0].allowance.expires < entries[$1].allowance.expires }
            .map { entries[$0].allowance }
    }

    private static func latest(_ indices: [Int], _ entries: [Entry]) -> Int? {
        indices.reduce(nil) { best, index in
            guard let best else { return index }
            return entries[index].allowance.expires > entries[best].allowance.expires ? index : best
        }
    }
}
