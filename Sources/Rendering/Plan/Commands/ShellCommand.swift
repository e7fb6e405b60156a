/// A command that a person can copy into a shell, every argument one word whatever is in it.
struct ShellCommand: Hashable, Sendable {
    /// Its text, over several lines where it is long.
    let text: String

    /// More than this is hard to read in one line.
    private static let widest = 100

    /// A program and its arguments.
    init(_ words: String...) { self.init(words: words) }

    /// A program and its arguments, each quoted where it has to be.
    init(words: [String]) {
        let quoted = words.map(ShellWord.quoted)
        let length = quoted.reduce(quoted.count) { $0 + $1.utf8.count }
        let isLong = length > Self.widest + 1
        var text = ""
        text.reserveCapacity(length + (isLong ? 3 * quoted.count : 0))
        for word in quoted {
            if !text.isEmpty { text += isLong && word.hasPrefix("--") ? " \\\n  " : " " }
            text += word
        }
        self.text = text
    }

    /// A command that needs more of the shell than words.
    init(shell text: String) { self.text = text }
}
