internal import StructuredText

/// The fields of one mapping of a file that people write, all of them known.
///
/// Whatever is wrong goes to ``problems``, and the field counts as not there, so that the rest is judged as well.
struct LocatedFields {
    /// A text and where it stands.
    struct Text {
        var text: String
        var offset: Int
    }

    let offset: Int
    /// What the mapping is, as in "The entry".
    let owner: String
    let problems: FieldProblems
    private let members: [LocatedNode.Member]

    /// `nil` for what is no mapping.
    init?(_ node: LocatedNode, owner: String, known: [String], problems: FieldProblems) {
        guard case .mapping(let members, let offset) = node else {
            problems.report(
                .wrongShape, at: node.offset, "\(owner) is not a mapping of fields.",
                advice: "Write its fields as `name: value`, one per line: \(known.joined(separator: ", ")).")
            return nil
        }
        self.members = members
        self.offset = offset
        self.owner = owner
        self.problems = problems
        for member in members where !known.contains(member.key) {
            problems.report(
                .unknownField, at: member.offset, "\(owner) has an unknown field\(PlainWord.quoted(member.key)).",
                advice: PlainWord.suggestion(for: member.key, among: known)
                    + "Remove or correct it; the fields are \(known.joined(separator: ", ")).")
        }
    }

    /// The owner inside of a sentence.
    var theOwner: String { owner.prefix(1).lowercased() + owner.dropFirst() }

    /// Where a field is named; `nil` where it is not, or says nothing.
    func place(of name: String) -> Int? {
        guard let member = member(name), !member.value.isNull else { return nil }
        return member.offset
    }

    /// The value of a field that must be there.
    func value(_ name: String, meaning: String) -> LocatedNode? {
        if let member = member(name), !member.value.isNull { return member.value }
        problems.report(
            .missingField, at: member(name)?.offset ?? offset, "\(owner) has no `\(name)`.",
            advice: "Add `\(name)`: \(meaning).")
        return nil
    }

    /// The value of a field that may be missing, but not empty.
    func optionalValue(_ name: String, meaning: String) -> LocatedNode? {
        guard let member = member(name) else { return nil }
        // `place:` with nothing behind it was meant to say something; without it the key would be allowed everywhere.
        guard !member.value.isNull else {
            problems.report(
                .emptyField, at: member.offset, "`\(name)` of \(theOwner) is empty.",
                advice: "Fill in `\(name)`, or leave it out: \(meaning).")
            return nil
        }
        return member.value
    }

    /// The value of a field below which everything may be commented out.
    func section(_ name: String) -> LocatedNode? {
        guard let member = member(name), !member.value.isNull else { return nil }
        return member.value
    }

    /// The elements of a list, of which `name:` alone is the empty one; `nil` for anything else.
    func elements(of name: String, meaning: String, advice: String) -> [LocatedNode]? {
        guard let member = member(name) else {
            _ = value(name, meaning: meaning)
            return nil
        }
        if member.value.isNull { return [] }
        guard case .sequence(let elements, _) = member.value else {
            problems.report(.wrongShape, at: member.value.offset, "`\(name)` is not a list.", advice: advice)
            return nil
        }
        return elements
    }

    /// The text of a field that must say something.
    func text(_ name: String, meaning: String) -> Text? {
        value(name, meaning: meaning).flatMap { text($0, name, meaning: meaning) }
    }

    /// The text of a field that may be missing, but not empty.
    func optionalText(_ name: String, meaning: String) -> Text? {
        optionalValue(name, meaning: meaning).flatMap { text($0, name, meaning: meaning) }
    }

    /// The text of a value of a field; what the file says counts, so that an account keeps its leading zero.
    func text(_ node: LocatedNode, _ name: String, meaning: String) -> Text? {
        guard case .scalar(let text, _, _) = node else {
            problems.report(
                .wrongShape, at: node.offset, "`\(name)` of \(theOwner) is not a text.",
                advice: "Write one text: \(meaning).")
            return nil
        }
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            problems.report(
                .emptyField, at: node.offset, "`\(name)` of \(theOwner) is empty.",
                advice: "Fill in `\(name)`: \(meaning).")
            return nil
        }
        return Text(text: text, offset: node.offset)
    }

    private func member(_ name: String) -> LocatedNode.Member? { members.last { $0.key == name } }
}
