import MigrationModel

/// An id with a character that no id of its kind can have: AWS writes base32, which has no 0, 1, 8, 9 and no small letters.
enum AlphabetLookAlike: LookAlikeRule {
    static var reason: LookAlike { .alphabet }

    static func applies(to token: SuspectedToken) -> Bool {
        switch token.kind {
        case .awsAccessKey, .awsTemporaryKey: !token.body.isEmpty && !token.body.allSatisfy(\.isBase32)
        default: false
        }
    }
}
