internal import StructuredText

/// Lines of a YAML file with comments, and with fields that wait in comments to be filled in.
struct CommentedLines {
    private(set) var text = ""

    /// A comment; whatever could end its line is written out.
    mutating func comment(_ comment: String, indentation: Int = 0) {
        line("# " + HiddenCharacters.escaped(in: comment), indentation)
    }

    /// A field with its value; with `- ` before it, it begins an element.
    mutating func field(_ name: String, _ value: StructuredValue, prefix: String = "", indentation: Int) {
        let lines = MachineText.yaml(.mapping([.init(name, value)])).split(separator: "\n")
        for (index, text) in lines.enumerated() {
            let start = index == 0 ? prefix : String(repeating: " ", count: prefix.utf8.count)
            line(start + String(text), indentation)
        }
    }

    /// A field that is not known, with an example of its value.
    mutating func openField(_ name: String, example: String, indentation: Int) {
        comment("\(name): \(example)", indentation: indentation)
    }

    /// An element of a list in a comment.
    mutating func openElement(_ value: StructuredValue, indentation: Int) {
        for text in MachineText.yaml(.sequence([value])).split(separator: "\n") {
            line("# " + text, indentation)
        }
    }

    mutating func line(_ text: String = "", _ indentation: Int = 0) {
        self.text += (text.isEmpty ? "" : String(repeating: " ", count: indentation) + text) + "\n"
    }
}
