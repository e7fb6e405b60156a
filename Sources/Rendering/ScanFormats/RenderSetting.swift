/// What a format may know besides the report: where it is printed, by what, and how it was asked for.
public struct RenderSetting: Hashable, Sendable {
    /// Columns of the terminal; `nil` when the output goes to a file or a pipe, where nothing may be cut.
    public var width: Int?
    /// Whether escape sequences for colour may be written.
    public var hasColour: Bool
    /// The version of keyshift, for formats that name their tool.
    public var toolVersion: String
    /// The arguments of the scan as typed, so that the next command can repeat them.
    public var arguments: [String]

    /// Creates a setting from its parts.
    public init(width: Int? = nil, hasColour: Bool = false, toolVersion: String, arguments: [String] = []) {
        self.width = width
        self.hasColour = hasColour
        self.toolVersion = toolVersion
        self.arguments = arguments
    }
}
