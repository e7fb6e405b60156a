/// Of which steps the evidence of what holds is wanted, besides that of everything that does not hold.
public enum EvidenceScope: Hashable, Sendable {
    /// Of none: it is read from each event, which takes longer than everything else.
    case none
    /// Of these steps, by id.
    case steps(Set<String>)
    /// Of all steps.
    case all

    func contains(_ step: String) -> Bool {
        switch self {
        case .none: false
        case .steps(let steps): steps.contains(step)
        case .all: true
        }
    }
}
