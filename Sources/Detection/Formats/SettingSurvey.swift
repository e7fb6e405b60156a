import StructuredText

/// What the first lines of a text are, by which the formats of settings are told apart.
struct SettingSurvey {
    /// Lines that are looked at.
    static let lineLimit = 40

    /// `[name]` lines.
    private(set) var sections = 0
    /// Lines that open a block.
    private(set) var openings = 0
    /// Settings with an equals sign.
    private(set) var assignments = 0
    /// Settings whose key has dots, with any separator.
    private(set) var dotted = 0
    /// Settings with a colon.
    private(set) var colons = 0
    /// Lines that are none of these, and no comment.
    private(set) var others = 0

    /// Looks at a text.
    init(_ text: Span<UInt8>) {
        var lines = LineCursor(0..<text.count)
        var (seen, goesOn) = (0, false)
        while seen < Self.lineLimit, let line = lines.next(in: text) {
            let isContinued = goesOn
            goesOn = Quotation.endsInBackslash(text, line)
            if isContinued { continue }
            let kind = SettingLine(text, line)
            switch kind {
            case .blank, .comment, .closing: continue
            case .section: sections += 1
            case .opening: openings += 1
            case .other: others += 1
            case .setting(let setting): count(setting, text)
            }
            seen += 1
        }
    }

    private mutating func count(_ setting: Setting, _ text: Span<UInt8>) {
        if Self.isCommand(setting, text) {
            others += 1
            return
        }
        if SettingLine.isDotted(text, setting.key) { dotted += 1 }
        if setting.separator == UInt8(ascii: "=") { assignments += 1 }
        if setting.separator == UInt8(ascii: ":") { colons += 1 }
    }

    /// Whether there is more on the line than a value: `A=b command`, `A='b'; command`.
    private static func isCommand(_ setting: Setting, _ text: Span<UInt8>) -> Bool {
        guard setting.separator == UInt8(ascii: "="), let first = setting.value.first, setting.separatorEnd == first
        else {
            return false
        }
        guard text[first] == 0x22 || text[first] == 0x27 else {
            return setting.value.prefix(4096).contains { text[$0].isBlank }
        }
        guard let end = Quotation.end(text, first + 1..<setting.value.upperBound, text[first]) else { return false }
        let rest = text.trimmed(end + 1..<setting.value.upperBound)
        return rest.count > 1 && text[rest.lowerBound] != UInt8(ascii: "#")
    }
}
