import MigrationModel

/// Reads the policy of an identity from the document that IAM has for it.
///
/// See the [grammar of policies](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).
enum PolicyDocumentReader {
    private static let versions = [PolicyDocument.currentVersion, "2008-10-17"]

    /// Reads a policy.
    ///
    /// - Parameters:
    ///   - node: the document.
    ///   - problems: receives what is wrong with it.
    /// - Returns: the policy; `nil` where it is none at all.
    static func read(_ node: LocatedNode, _ problems: FieldProblems) -> PolicyDocument? {
        let known = ["Version", "Id", "Statement"]
        guard let fields = LocatedFields(node, owner: "The policy", known: known, problems: problems),
            let statement = fields.value("Statement", meaning: "a list of statements")
        else { return nil }
        let version = fields.optionalText("Version", meaning: "the version of the language, \(versions[0])")
        if let version { _ = fields.isKnown(version, "Version", among: versions) }
        var nodes = [statement]
        if case .sequence(let elements, _) = statement { nodes = elements }
        if nodes.isEmpty {
            problems.report(
                .emptyField, at: statement.offset, "The policy has no statement.", advice: "Add one to `Statement`.")
        }
        let statements = nodes.compactMap { PolicyStatementReader.read($0, problems) }
        check(sids: zip(nodes, statements).map { ($1.sid, $0.offset) }, problems)
        return PolicyDocument(version: version?.text ?? "2008-10-17", statements: statements)
    }

    private static func check(sids: [(String, Int)], _ problems: FieldProblems) {
        var seen: Set<String> = []
        for (sid, offset) in sids where !sid.isEmpty && !seen.insert(sid).inserted {
            problems.report(
                .duplicateEntry, at: offset, "Another statement has the same `Sid`.",
                advice: "Give each statement its own, or leave it out.")
        }
    }
}

/// Reads one statement of a policy.
enum PolicyStatementReader {
    private static let fields = [
        "Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition",
    ]

    static func read(_ node: LocatedNode, _ problems: FieldProblems) -> PolicyStatement? {
        if case .mapping(let members, _) = node,
            let principal = members.first(where: { ["Principal", "NotPrincipal"].contains($0.key) })
        {
            problems.report(
                .unknownField, at: principal.offset,
                "The statement has a `\(principal.key)`, as policies of resources have.",
                advice: "Give the policy of an identity: the role itself is the principal.")
            return nil
        }
        guard let fields = LocatedFields(node, owner: "The statement", known: fields, problems: problems) else {
            return nil
        }
        let effect = fields.text("Effect", meaning: "`Allow` or `Deny`")
            .flatMap { fields.choice($0, "Effect", of: PolicyStatement.Effect.self) }
        let actions = selection(
            "Action", "NotAction", of: fields, isFormed: isAction, meaning: "`*` or `service:Action`")
        let resources = selection("Resource", "NotResource", of: fields, isFormed: isResource, meaning: "`*` or an ARN")
        let conditions = fields.optionalValue("Condition", meaning: "tests by operator and key")
            .map { PolicyConditionReader.read($0, problems) }
        guard let effect, let actions, let resources else { return nil }
        return PolicyStatement(
            sid: sid(of: fields), effect: effect, actions: actions, resources: resources, conditions: conditions ?? [])
    }

    private static func sid(of fields: LocatedFields) -> String {
        guard let node = fields.section("Sid"), case .scalar(let text, _, let offset) = node, !text.isEmpty else {
            return ""
        }
        let text1 = LocatedFields.Text(text: text, offset: offset)
        return fields.formed(
            text1, "Sid", { $0.utf8.allSatisfy(\.isLetterOrDigit) }, meaning: "letters and digits only") ?? ""
    }

    private static func selection(
        _ name: String, _ opposite: String, of fields: LocatedFields, isFormed: (String) -> Bool, meaning: String
    ) -> PolicySelection? {
        if let place = fields.place(of: opposite), fields.place(of: name) != nil {
            fields.problems.report(
                .contradiction, at: place, "The statement has both `\(name)` and `\(opposite)`.",
                advice: "Keep the one that you mean.")
            return nil
        }
        let isNegated = fields.place(of: opposite) != nil
        let field = isNegated ? opposite : name
        guard let node = fields.value(field, meaning: meaning) else { return nil }
        guard let texts = PolicyConditionReader.texts(node, field, of: fields), !texts.isEmpty else { return nil }
        let patterns = texts.compactMap { fields.formed($0, field, isFormed, meaning: meaning) }
        return isNegated ? .allBut(patterns) : .only(patterns)
    }

    private static func isAction(_ text: String) -> Bool {
        if text == "*" { return true }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && parts[0].utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
            && parts[1].utf8.allSatisfy { $0.isLetterOrDigit || "*?-_".utf8.contains($0) }
    }

    private static func isResource(_ text: String) -> Bool {
        text == "*"
            || text.hasPrefix("arn:") && text.split(separator: ":", omittingEmptySubsequences: false).count >= 6
    }
}

/// Reads the conditions of a statement, and the lists that a single text may stand for.
enum PolicyConditionReader {
    static func read(_ node: LocatedNode, _ problems: FieldProblems) -> [PolicyCondition] {
        guard case .mapping(let tests, _) = node else {
            problems.report(
                .wrongShape, at: node.offset, "`Condition` is no object.",
                advice: "Write the operator, and in it the key: {\"StringEquals\": {\"aws:SourceVpc\": \"vpc-…\"}}.")
            return []
        }
        return tests.flatMap { test -> [PolicyCondition] in
            guard case .mapping(let keys, _) = test.value else {
                problems.report(
                    .wrongShape, at: test.offset, "The operator\(PlainWord.quoted(test.key)) has no keys.",
                    advice: "Write an object of keys and values behind it.")
                return []
            }
            return keys.map { PolicyCondition(test.key, $0.key, values($0.value, problems)) }
        }
    }

    private static func values(_ node: LocatedNode, _ problems: FieldProblems) -> [String] {
        var nodes = [node]
        if case .sequence(let elements, _) = node { nodes = elements }
        return nodes.compactMap { value in
            if case .scalar(let text, _, _) = value { return text }
            problems.report(
                .wrongShape, at: value.offset, "A value of a condition is neither a text nor a number.",
                advice: "Write one text, or a list of them.")
            return nil
        }
    }

    /// The texts of a list, or the only one.
    static func texts(_ node: LocatedNode, _ name: String, of fields: LocatedFields) -> [LocatedFields.Text]? {
        guard case .sequence = node else { return fields.text(node, name, meaning: "a text or a list").map { [$0] } }
        return fields.texts(in: node, name, meaning: "a text or a list")
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
