/// What a format has to know besides the report: who shows it, where, and how it was asked for.
public struct Presentation: Hashable, Sendable {
    /// The version of the program, as `--version` prints it.
    public var toolVersion: String
    /// Columns of the terminal; `nil` when the output is not a terminal, and nothing is wrapped.
    public var width: Int?
    /// Whether the output may be coloured.
    public var hasColour: Bool
    /// The arguments that chose the input (`dump.json`, `-A`, `-n`, `shop`), for the next command.
    public var inputArguments: [String]
    /// Whether the input was a live cluster, so that the names of inputs are not files.
    public var isLive: Bool

    /// Creates a presentation from its parts.
    public init(
        toolVersion: String, width: Int? = nil, hasColour: Bool = false, inputArguments: [String] = [],
        isLive: Bool = false
    ) {
        self.toolVersion = toolVersion
        self.width = width
        self.hasColour = hasColour
        self.inputArguments = inputArguments
        self.isLive = isLive
    }

    /// Whether an input can be opened by its name.
    func isFile(_ input: String) -> Bool { !isLive && input != "-" }
}
