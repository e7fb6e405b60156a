import MigrationModel

/// Writes places in objects as JSON pointers ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)).
enum JSONPointer {
    /// The pointer to what a path leads to; `nil` where the way goes through an encoding or a text.
    static func pointer(to path: ValuePath) -> String? {
        var pointer = ""
        for step in path.steps {
            switch step {
            case .field(let name): pointer += "/" + escaped(name)
            case .index(let index): pointer += "/\(index)"
            case .decoding, .line: return nil
            }
        }
        return pointer
    }

    private static func escaped(_ name: String) -> String {
        name.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
            .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
    }
}
