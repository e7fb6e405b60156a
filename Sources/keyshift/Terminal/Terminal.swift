import ArgumentParser
import Glibc
import Rendering

/// What the program may assume of the terminal it writes to.
struct Terminal {
    /// Columns of standard output; `nil` when it is not a terminal.
    var width: Int?
    /// Whether standard output may be coloured.
    var hasColour: Bool
    /// Whether progress may be drawn on standard error.
    var showsProgress: Bool

    /// Whether somebody can be asked: questions are written to standard error and answered on standard input.
    var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// The terminal of this process, with `NO_COLOR` (no-color.org) and `TERM=dumb` honoured.
    static func current() -> Terminal {
        let isDumb = variable("TERM") == "dumb"
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let noColour = variable("NO_COLOR").map { !$0.isEmpty } ?? false
        return Terminal(
            width: isTerminal ? columns() : nil, hasColour: isTerminal && !isDumb && !noColour,
            showsProgress: isatty(STDERR_FILENO) == 1 && !isDumb)
    }

    /// How reports are printed on it, with the arguments of the command for the one that is proposed next.
    func setting(_ arguments: [String]) -> RenderSetting {
        RenderSetting(
            width: width, hasColour: hasColour, toolVersion: Keyshift.configuration.version, arguments: arguments)
    }

    private static func columns() -> Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
