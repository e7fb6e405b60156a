import MigrationModel

extension Gate {
    /// What has to hold, as a sentence.
    var words: String {
        switch self {
        case .soak(let hours): "It has run well for \(Wording.count(hours, "hour")) since its rollout was verified."
        case .quiet(let days): "The key has not been used, nor referred to, for \(Wording.count(days, "day"))."
        case .schedule(let hours, let reason): "\(Wording.count(hours, "hour")) have passed: \(reason)."
        case .draftAccepted(let identity): "A person has accepted the permissions of \(identity)."
        case .approval(let reason): "A person has approved: \(reason)."
        case .propagation(let seconds, let reason): "\(Wording.count(seconds, "second")) have passed: \(reason)."
        }
    }
}
