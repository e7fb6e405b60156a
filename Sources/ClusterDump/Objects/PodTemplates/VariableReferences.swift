import StructuredText

/// Finds the variables that a text of a container names as `$(VAR)`.
///
/// `$$` stands for one dollar, so `$$(VAR)` names nothing; a name that is not closed, or is no name, stands for itself. See
/// [dependent variables](https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/).
enum VariableReferences {
    /// How many names of one text, or of all arguments of a container, are told.
    static let limit = 64

    /// The names, each once, in the order of their first use.
    static func names(in text: Span<UInt8>) -> [String] {
        var names: [String] = []
        add(text, to: &names)
        return names
    }

    /// Adds names that are not there yet.
    static func add(_ text: Span<UInt8>, to names: inout [String]) {
        var index = 0
        while index + 2 < text.count {
            guard text[index] == UInt8(ascii: "$") else {
                index += 1
                continue
            }
            switch text[index + 1] {
            case UInt8(ascii: "$"): index += 2
            case UInt8(ascii: "("): index = name(in: text, from: index + 2, to: &names)
            default: index += 1
            }
        }
    }

    /// Takes the name that may begin here; returns where to go on.
    private static func name(in text: Span<UInt8>, from start: Int, to names: inout [String]) -> Int {
        var end = start
        while end < text.count, isNameByte(text[end]) { end += 1 }
        guard end > start, end < text.count, text[end] == UInt8(ascii: ")") else { return end }
        let name = String(copying: text.extracting(start..<end))
        // Each name is compared with all before it, and nobody writes that many.
        if names.count < limit, !names.contains(name) { names.append(name) }
        return end + 1
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
