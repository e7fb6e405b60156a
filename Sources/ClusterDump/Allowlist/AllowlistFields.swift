internal import StructuredText

/// The fields of one mapping of an allowlist file, all of them known.
struct AllowlistFields {
    let lines: LineNumbers
    let offset: Int
    /// What the mapping is, as in "the entry".
    let owner: String
    private let members: [LocatedNode.Member]

    init(
        _ node: LocatedNode, owner: String, known: [String], lines: LineNumbers
    ) throws(AllowlistProblem) {
        guard case .mapping(let members, let offset) = node else {
            throw AllowlistProblem(
                .wrongShape, line: lines.line(at: node.offset), message: "\(owner) is not a mapping of fields.",
                advice: "Write its fields as `name: value`, one per line: \(known.joined(separator: ", ")).")
        }
        self.members = members
        self.offset = offset
        self.owner = owner
        self.lines = lines
        for member in members where !known.contains(member.key) {
            throw AllowlistProblem(
                .unknownField, line: lines.line(at: member.offset),
                message: "\(owner) has an unknown field\(Self.quoted(member.key)).",
                advice: "Remove or correct it; the fields are \(known.joined(separator: ", ")).")
        }
    }

    /// The value of a field that must be there.
    func value(_ name: String, meaning: String) throws(AllowlistProblem) -> LocatedNode {
        if let member = members.last(where: { $0.key == name }), name == "allow" || !member.value.isNull {
            return member.value
        }
        throw AllowlistProblem(
            .missingField, line: lines.line(at: members.last { $0.key == name }?.offset ?? offset),
            message: "\(owner) has no `\(name)`.", advice: "Add `\(name)`: \(meaning).")
    }

    /// The text of a field that must say something.
    func text(_ name: String, meaning: String) throws(AllowlistProblem) -> (text: String, line: Int) {
        let node = try value(name, meaning: meaning)
        let line = lines.line(at: node.offset)
        guard case .scalar(let text, _, _) = node else {
            throw AllowlistProblem(
                .wrongShape, line: line, message: "`\(name)` of \(Self.lowercased(owner)) is not a text.",
                advice: "Write one text: \(meaning).")
        }
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            throw AllowlistProblem(
                .emptyField, line: line, message: "`\(name)` of \(Self.lowercased(owner)) is empty.",
                advice: "Fill in `\(name)`: \(meaning).")
        }
        return (text, line)
    }

    /// The text of a field that may be missing, but not empty.
    func optionalText(_ name: String, meaning: String) throws(AllowlistProblem) -> String? {
        guard let member = members.last(where: { $0.key == name }) else { return nil }
        // `place:` with nothing behind it was meant to say something; without it the key would be allowed everywhere.
        guard !member.value.isNull else {
            throw AllowlistProblem(
                .emptyField, line: lines.line(at: member.offset),
                message: "`\(name)` of \(Self.lowercased(owner)) is empty.",
                advice: "Fill in `\(name)`, or leave it out: \(meaning).")
        }
        return try text(name, meaning: meaning).text
    }

    /// A name for a message: only plain words, since a misplaced text may be anything, also a secret.
    static func quoted(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default:
                false
            }
        }
        return isPlain && !name.isEmpty && name.utf8.count <= 24 ? " `\(name)`" : ""
    }

    private static func lowercased(_ owner: String) -> String {
        owner.prefix(1).lowercased() + owner.dropFirst()
    }
}
