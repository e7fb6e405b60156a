internal import StructuredText

/// Applies merge patches ([RFC 7396](https://www.rfc-editor.org/rfc/rfc7396)).
enum MergePatching {
    /// The value with what the patch says; `null` in a patch removes.
    static func apply(_ patch: StructuredValue, to value: StructuredValue) -> StructuredValue {
        guard case .mapping(let changes) = patch else { return patch }
        var members = value.members
        for change in changes {
            let index = members.firstIndex { $0.key == change.key }
            switch (change.value, index) {
            case (.null, let index?): members.remove(at: index)
            case (.null, nil): break
            case (let new, let index?): members[index].value = apply(new, to: members[index].value)
            case (let new, nil): members.append(.init(change.key, apply(new, to: .mapping([]))))
            }
        }
        return .mapping(members)
    }
}
