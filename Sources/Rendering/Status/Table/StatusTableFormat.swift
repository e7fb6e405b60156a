/// Where a migration stands for a person at a terminal: one screen, what needs attention first.
///
/// Nothing is told by colour alone. Lists are cut to what one screen holds and say how much more there is.
public struct StatusTableFormat: StatusFormat {
    /// `-o table`, the default.
    public static let name = "table"

    /// Creates the format.
    public init() {}

    /// Prints the heading, what needs attention, services, keys, steps and the next command.
    public func render(_ report: StatusReport, _ setting: RenderSetting, to write: (String) -> Void) {
        let facts = StatusFacts(report)
        let now = report.at
        var sections = [StatusHeading.sections(facts)]
        sections += [
            AttentionSection.sections(facts, now), OverrideSection.sections(facts, now),
            ServiceSection.sections(facts, setting), KeySection.sections(facts, now), StepSections.sections(facts, now),
        ]
        for section in sections.flatMap(\.self) {
            var flow = LineFlow(setting)
            section.add(to: &flow)
            flow.gap()
            write(flow.text)
        }
        write(StatusNextCommand.lines(facts))
    }
}

/// A part of the screen: a title and lines, and how many things had no room.
struct StatusSection {
    /// The title; empty for a part without one.
    var title = ""
    /// How the title looks.
    var style = StyledText.Style.bold
    /// The lines.
    var lines: [Line]
    /// How many things are not in the lines.
    var rest = 0

    /// A line of a section.
    struct Line {
        var pieces: [StyledText]
        var indent = 2
        var continuation: Int?
        /// Whether it is a command, which is never broken so that it can be copied.
        var isCommand = false
    }

    /// Adds the section to a text.
    func add(to flow: inout LineFlow) {
        if !title.isEmpty { flow.line([StyledText(title, style)]) }
        for line in lines {
            if line.isCommand {
                flow.whole(line.pieces, indent: line.indent)
            } else {
                flow.line(line.pieces, indent: line.indent, continuation: line.continuation)
            }
        }
        if rest > 0 { flow.line([StyledText("and \(Wording.grouped(rest)) more", .dim)], indent: 2) }
    }
}

extension StatusSection.Line {
    /// A sentence that goes on in the next line.
    static func sentence(_ text: String, indent: Int = 4, _ style: StyledText.Style = .plain) -> Self {
        Self(pieces: [StyledText(text, style, .wraps)], indent: indent, continuation: indent)
    }

    /// A command to copy.
    static func command(_ text: String) -> Self { Self(pieces: [StyledText(text)], indent: 4, isCommand: true) }
}
