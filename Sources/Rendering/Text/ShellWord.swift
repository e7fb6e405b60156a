/// An argument as one word of a shell command, so that a printed command can be copied as it is.
enum ShellWord {
    /// The argument itself when nothing in it is special, else in quotes.
    static func quoted(_ argument: String) -> String {
        if !argument.isEmpty, argument.utf8.allSatisfy(isPlain) { return argument }
        let visible = TerminalText.harmless(argument)
        guard visible == argument else { return ansiQuoted(argument) }
        return "'" + argument.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "+")...UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "_"),
            UInt8(ascii: "%"):
            // From + to : are the digits as well, the comma, the hyphen, the period and the slash.
            true
        default:
            false
        }
    }

    /// `$'…'` of bash, zsh and POSIX 2024, every byte that is not printable ASCII in octal.
    private static func ansiQuoted(_ argument: String) -> String {
        var text = "$'"
        for byte in argument.utf8 {
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "\\"):
                text += "\\" + String(UnicodeScalar(byte))
            case 0x20...0x7E:
                text.unicodeScalars.append(UnicodeScalar(byte))
            default:
                let octal = String(byte, radix: 8)
                text += "\\" + String(repeating: "0", count: 3 - octal.utf8.count) + octal
            }
        }
        return text + "'"
    }
}
