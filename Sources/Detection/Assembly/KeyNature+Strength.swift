import MigrationModel

extension KeyNature {
    /// The one of two that weighs more: bait before third-party before ordinary; of two hosts the first of the alphabet.
    static func strongest(_ one: KeyNature, _ other: KeyNature) -> KeyNature {
        if case .thirdParty(let host) = one, case .thirdParty(let another) = other {
            return .thirdParty(host: min(host, another))
        }
        return other.weight > one.weight ? other : one
    }

    private var weight: Int {
        switch self {
        case .ordinary: 0
        case .thirdParty: 1
        case .bait: 2
        }
    }
}
