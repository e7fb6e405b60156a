import MigrationModel

/// Where some SDK families look, and what comes of it.
struct OrderStory {
    /// The orders of the families, which differ only in places where nothing is; at least one.
    var orders: [ContainerExplanation.Order]
    let setting: CredentialSetting

    /// All that decides what becomes of a container.
    struct Findings: Hashable {
        private let attempts: [CredentialAttempt]
        private let outcome: CredentialOutcome
        private let onRefusal: RefusalBehaviour

        init(_ resolution: CredentialResolution) {
            attempts = resolution.attempts.filter { $0.verdict != .absent }
            outcome = resolution.outcome
            onRefusal = resolution.onRefusal
        }
    }

    /// The families.
    var title: String {
        "Order of \(orders.flatMap(\.families).map(\.name).joined(separator: ", ")):"
    }

    /// The places, in the order of looking; of several orders only those that hold something.
    var attempts: [AttemptStory] {
        let attempts = orders.first?.resolution.attempts ?? []
        return attempts.filter { orders.count == 1 || $0.verdict != .absent }.map {
            AttemptStory(attempt: $0, setting: setting)
        }
    }

    /// The places of several orders where nothing is, each once.
    var emptyPlaces: String? {
        guard orders.count > 1 else { return nil }
        var seen = Set(attempts.map(\.attempt.source))
        let empty = orders.flatMap(\.resolution.attempts).filter { $0.verdict == .absent }.map(\.source)
        let names = empty.filter { seen.insert($0).inserted }.map(\.words)
        return names.isEmpty ? nil : "Nothing is in the other places: \(names.joined(separator: ", "))."
    }

    /// What comes of it.
    var outcome: String {
        let words = "Result: \((resolution?.outcome ?? .nothing).words)."
        guard let resolution, !resolution.isCertain else { return words }
        let unknown = resolution.attempts.first { $0.verdict == .unknown }?.source.words ?? ""
        return "\(words) Not certain: \(unknown) comes first, and the input does not show whether anything is there."
    }

    /// Whether something else is used when the cloud refuses what won, which nobody may notice.
    var slides: Bool {
        guard case .slides(to: .some) = resolution?.onRefusal else { return false }
        return true
    }

    /// What happens when the cloud refuses what won; `nil` when nothing won.
    var refusal: String? {
        guard let resolution, case .uses(let winner, _) = resolution.outcome else { return nil }
        switch resolution.onRefusal {
        case .stops: return "When the cloud refuses it, the SDK reports the error and stops."
        case .slides(to: nil): return "When the cloud refuses it, the SDK looks further and finds nothing."
        case .slides(let target?):
            let nature = resolution.attempts.first { $0.source == target && $0.source != winner }?.nature
            let words = nature.map { "\($0.words) (\(target.words))" } ?? target.words
            return "When the cloud refuses it, the SDK goes on without a word to \(words)."
        }
    }

    private var resolution: CredentialResolution? { orders.first?.resolution }
}
