import MigrationModel

extension PlannedKey.Fate {
    /// What becomes of the key, in two or three words.
    var words: String {
        switch self {
        case .retire: "deleted at the end"
        case .exempt: "stays for now"
        case .bait: "not touched"
        case .secretStore: "to a secret store"
        case .refresher: "find its refresher"
        case .escalate: "escalated"
        case .unclaimed: "find its user"
        }
    }
}
