internal import StructuredText

/// A document as YAML in kubectl's shape, element by element.
enum YAMLDocument {
    /// Prints the parts in order.
    static func write(_ parts: [DocumentPart], to write: (String) -> Void) {
        for part in parts {
            switch part {
            case .member(let member):
                write(MachineText.yaml(.mapping([member])))
            case .list(let key, let elements):
                writeList(key, elements, to: write)
            }
        }
    }

    private static func writeList(
        _ key: String, _ elements: AnySequence<StructuredValue>, to write: (String) -> Void
    ) {
        var isEmpty = true
        for element in elements {
            if isEmpty { write("\(key):\n") }
            // An element stands at the indentation of the key, as the only element of a document does.
            write(MachineText.yaml(.sequence([element])))
            isEmpty = false
        }
        if isEmpty { write("\(key): []\n") }
    }
}
