import MigrationModel

/// Judges how sure it is that a candidate is a credential.
enum ConfidenceJudgement {
    /// A value longer than this is a text of its own, which the field's name says nothing about.
    private static let longestValue = 512

    static func confidence(of candidate: KeyCandidate, isPaired: Bool, in surroundings: Surroundings) -> Confidence {
        if case .complete(let confidence) = candidate.proof { return confidence }
        if isPaired { return .paired }
        let text = surroundings.fields[candidate.field].text
        let inText = NameBeforeValue.name(before: candidate.range.lowerBound, in: text)
        if !inText.isEmpty { return inText.isLikeKeyID ? .named : .bare }
        return text.count <= longestValue && surroundings.names[candidate.field].isLikeKeyID ? .named : .bare
    }
}
