public import MigrationModel

/// Who has a key, which is no longer known when the key is gone, and so is remembered in evidence.
public enum KeyOwner {
    /// The owner that evidence about a key names last; `nil` where none does.
    ///
    /// - Parameters:
    ///   - key: the key.
    ///   - evidence: that of the key's events, the oldest first.
    /// - Returns: the name of an IAM user.
    public static func name(of key: KeyName, in evidence: [Evidence]) -> String? {
        evidence.reversed().lazy.compactMap { name(of: key, in: $0.statement) }.first
    }

    /// `AKIA… of user NAME is active`, in which a name has no spaces.
    static func statement(_ key: KeyName, _ owner: String, _ state: KeySighting.State) -> String {
        "\(key.id)\(owner.isEmpty ? "" : " of user \(owner)") is \(state == .absent ? "not there any more" : state.rawValue)."
    }

    private static func name(of key: KeyName, in statement: String) -> String? {
        let beginning = "\(key.id) of user "
        guard statement.hasPrefix(beginning) else { return nil }
        let name = statement.dropFirst(beginning.count).prefix { $0 != " " }
        return name.isEmpty ? nil : String(name)
    }
}
