/// Writes arguments so that a shell hands them on as they are.
enum ShellText {
    /// The words of a command line, quoted where POSIX shells need it.
    static func words(_ arguments: [String]) -> String {
        arguments.map(word).joined(separator: " ")
    }

    /// One word; what cannot be shown on a terminal becomes `$'…'`, which bash, zsh, ksh and POSIX.1-2024 read.
    static func word(_ argument: String) -> String {
        if !argument.isEmpty, argument.utf8.allSatisfy(isPlain) { return argument }
        guard argument.unicodeScalars.allSatisfy(TerminalText.isHarmless) else { return escapedWord(argument) }
        return "'" + argument.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    /// Octal, because a hexadecimal escape would swallow a digit that follows it.
    private static func escapedWord(_ argument: String) -> String {
        var result = "$'"
        for byte in argument.utf8 {
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "\\"): result += "\\\(Unicode.Scalar(byte))"
            case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 8)
                result += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
            }
        }
        return result + "'"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default:
            "-_./:@%+,".utf8.contains(byte)
        }
    }
}
