import MigrationModel

/// The names under which a family looks for one value, in its order.
struct VariableNames: Sendable, ExpressibleByArrayLiteral {
    /// Which of several names that are there decides.
    enum Choice: Sendable {
        /// The first that counts.
        case firstThatCounts
        /// The first that is there, even if it then turns out empty.
        case firstPresent
    }

    /// What looking for the names gave.
    enum Value {
        /// None of them is there.
        case notSet(String)
        /// The deciding one is there and does not count.
        case hollow(String, ValueShape)
        /// The deciding one counts.
        case set(String, Setting)

        /// The name that decides, if any is there.
        var name: String? {
            switch self {
            case .notSet: nil
            case .hollow(let name, _), .set(let name, _): name
            }
        }

        /// Whether it counts.
        var isSet: Bool { if case .set = self { true } else { false } }

        /// Why it does not count; for one that counts, that all is there.
        var reason: Reason {
            switch self {
            case .notSet(let name): .notSet(name)
            case .hollow(let name, let shape): .hollow(name, shape)
            case .set: .allThere
            }
        }
    }

    /// The names, in order; never empty in a table.
    var names: [String]
    /// Which of several decides.
    var choice: Choice

    /// Names of which one decides.
    init(_ names: [String], choice: Choice = .firstThatCounts) {
        self.names = names
        self.choice = choice
    }

    /// Names of which the first that counts decides.
    init(arrayLiteral names: String...) { self.init(names) }

    /// The value that a family reads.
    func value(in settings: [String: Setting], _ emptiness: Emptiness) -> Value {
        var hollow: Value?
        for name in names {
            guard let setting = settings[name] else { continue }
            if emptiness.counts(setting.shape) { return .set(name, setting) }
            if choice == .firstPresent { return .hollow(name, setting.shape) }
            if hollow == nil { hollow = .hollow(name, setting.shape) }
        }
        return hollow ?? .notSet(names.first ?? "")
    }
}
