import StructuredText

/// A small part of an object as JSON, so that a patch can put it back exactly as it was.
enum ManifestText {
    /// The value on one line, members in the order of the input.
    static func json(of branch: Branch) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(128)
        write(branch, to: &text)
        return branch.shared(text.span)
    }

    private static func write(_ branch: Branch, to text: inout [UInt8]) {
        if branch.isMapping {
            writeList(branch.members, between: "{", "}", to: &text) { member, text in
                member.withKey { write(quoted: $0, to: &text) }
                text.append(UInt8(ascii: ":"))
                write(member, to: &text)
            }
        } else if branch.isSequence {
            writeList(branch.elements, between: "[", "]", to: &text) { write($0, to: &$1) }
        } else {
            let isText: Void? = branch.withText { scalar in
                if branch.isQuoted { write(quoted: scalar, to: &text) } else { write(plain: scalar, to: &text) }
            }
            if isText == nil { text += "null".utf8 }
        }
    }

    private static func writeList(
        _ items: Branch.Children, between open: Unicode.Scalar, _ close: Unicode.Scalar, to text: inout [UInt8],
        _ writeItem: (Branch, inout [UInt8]) -> Void
    ) {
        text.append(UInt8(ascii: open))
        var isFirst = true
        for item in items {
            if !isFirst { text.append(UInt8(ascii: ",")) }
            isFirst = false
            writeItem(item, &text)
        }
        text.append(UInt8(ascii: close))
    }

    private static func write(quoted string: Span<UInt8>, to text: inout [UInt8]) {
        for index in string.indices {
            let byte = string[index]
            // Hardly any name or path needs an escape, or is not ASCII.
            guard byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else {
                text += JSONWriter.text(for: .string(String(copying: string)), pretty: false).utf8
                return
            }
        }
        text.append(UInt8(ascii: "\""))
        string.withUnsafeBufferPointer { text.append(contentsOf: $0) }
        text.append(UInt8(ascii: "\""))
    }

    /// A scalar without quotes as Kubernetes reads it: `0400` is octal, as in
    /// [YAML 1.1](https://yaml.org/type/int.html), and there is none in JSON.
    private static func write(plain scalar: Span<UInt8>, to text: inout [UInt8]) {
        let scalar = String(copying: scalar)
        if scalar == "true" || scalar == "false" {
            text += scalar.utf8
        } else if scalar.utf8.count > 1, scalar.utf8.first == UInt8(ascii: "0"), let octal = Int(scalar, radix: 8) {
            text += String(octal).utf8
        } else if let number = Int(scalar) {
            text += String(number).utf8
        } else {
            write(quoted: scalar.utf8.span, to: &text)
        }
    }
}
