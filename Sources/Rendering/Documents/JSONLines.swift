internal import StructuredText

/// A value per line, each of which says what it is.
enum JSONLines {
    /// One line: the type, then the members.
    static func text(_ type: String, _ members: [StructuredValue.Member]) -> String {
        MachineText.line(.mapping([.init("type", .string(type))] + members)) + "\n"
    }
}
