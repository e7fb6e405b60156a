extension Action {
    /// The key whose life it changes; `nil` for all others.
    public var key: KeyName? {
        switch self {
        case .deactivateKey(let action): action.key
        case .deleteKey(let action): action.key
        case .deleteUser(let action): action.key
        default: nil
        }
    }
}
