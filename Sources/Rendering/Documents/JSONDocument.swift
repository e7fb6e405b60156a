internal import StructuredText

/// A document as JSON, indented by four, element by element.
enum JSONDocument {
    /// Prints the parts in order.
    static func write(_ parts: [DocumentPart], to write: (String) -> Void) {
        write("{\n")
        for (index, part) in parts.enumerated() {
            if index > 0 { write(",\n") }
            switch part {
            case .member(let member):
                write("    \"\(member.key)\": " + MachineText.block(member.value, indentation: 4))
            case .list(let key, let elements):
                writeList(key, elements, to: write)
            }
        }
        write("\n}\n")
    }

    private static func writeList(
        _ key: String, _ elements: AnySequence<StructuredValue>, to write: (String) -> Void
    ) {
        write("    \"\(key)\": [")
        var isEmpty = true
        for element in elements {
            write((isEmpty ? "\n" : ",\n") + "        " + MachineText.block(element, indentation: 8))
            isEmpty = false
        }
        write(isEmpty ? "]" : "\n    ]")
    }
}
