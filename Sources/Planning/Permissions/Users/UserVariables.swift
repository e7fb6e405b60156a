import MigrationModel

/// Policy variables and conditions that speak of a user, and mean nothing for a role.
///
/// See [policy variables](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html) and
/// [keys of the principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html).
struct UserVariables {
    /// Keys of conditions that a role never has, or has another value for.
    private static let userKeys = [
        "aws:username", "aws:userid", "aws:principalarn", "aws:principaltype", "aws:principaltag/",
        "aws:multifactorauthpresent", "aws:multifactorauthage",
    ]

    /// The policy as it means for the role what it meant for the user.
    private(set) var document: PolicyDocument
    /// What was replaced, and what has to be changed by hand.
    private(set) var remarks: [String] = []

    /// Puts the user's own name and id in the place of the variables for them.
    init(_ document: PolicyDocument, of user: UserFacts, called name: String) {
        self.document = document
        var replaced: Set<String> = []
        if document.hasVariables {
            self.document.statements = document.statements.map { statement in
                var own = statement
                own.resources = statement.resources.map { Self.filled($0, user, &replaced) }
                own.conditions = statement.conditions.map { condition in
                    var filled = condition
                    filled.values = condition.values.map { Self.filled($0, user, &replaced) }
                    return filled
                }
                return own
            }
        }
        for variable in replaced.sorted() {
            remarks.append(
                "\(name) has the variable \(variable), which is empty for a role: what it meant for \(user.name) stands in its "
                    + "place. Better move the data to a place that is named for the service.")
        }
        for key in Self.keys(of: document) {
            remarks.append(
                "\(name) has a condition on \(key), which a role does not fulfil as the user did: replace it by one on "
                    + "aws:PrincipalArn of the role, or drop it.")
        }
    }

    /// The text with `${aws:username}` and `${aws:userid}`, also with a default behind a comma, filled in.
    private static func filled(_ text: String, _ user: UserFacts, _ replaced: inout Set<String>) -> String {
        guard text.contains("${") else { return text }
        var (result, rest) = ("", text[...])
        while let open = rest.firstIndex(of: "$") {
            let behind = rest.index(after: open)
            guard behind < rest.endIndex, rest[behind] == "{", let close = rest[behind...].firstIndex(of: "}") else {
                result += rest[...open]
                rest = rest[behind...]
                continue
            }
            let variable = rest[rest.index(after: behind)..<close]
            let key = variable.prefix { $0 != "," }.lowercased()
            let value: String? =
                key == "aws:username" ? user.name : key == "aws:userid" && !user.id.isEmpty ? user.id : nil
            if value != nil { replaced.insert("${\(key)}") }
            result += rest[..<open] + (value ?? String(rest[open...close]))
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private static func keys(of document: PolicyDocument) -> [String] {
        document.statements.flatMap(\.conditions).map(\.key).filter { key in
            userKeys.contains { $0.hasSuffix("/") ? key.lowercased().hasPrefix($0) : key.lowercased() == $0 }
        }.unique
    }
}
