public import MigrationModel
internal import StructuredText

/// Reads what the AWS CLI prints of an account: its users with their policies, and whose key is which.
///
/// What a document is decides its shape: the answer of
/// [get-account-authorization-details](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html)
/// or of [list-access-keys](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html), one or many in one file.
public enum AccountFiles {
    /// Largest file that is read.
    public static let limit = 256 << 20

    /// The files that an argument names: itself, or the JSON files below a folder, sorted.
    ///
    /// - Throws: ``AccountProblem`` when it cannot be opened, or the folder has no such file.
    public static func paths(of argument: String) throws(AccountProblem) -> [String] {
        var walk = FolderWalk()
        walk.add(argument)
        if let problem = walk.problems.first { throw AccountProblem(message: problem.message, advice: problem.advice) }
        let paths = walk.found.filter { !$0.isInFolder || $0.path.hasSuffix(".json") || $0.path.hasSuffix(".jsonl") }
        guard !paths.isEmpty else {
            throw AccountProblem(message: "it has no file that ends in .json", advice: "name the files themselves")
        }
        return paths.map(\.path)
    }

    /// Adds what a file says.
    ///
    /// - Parameters:
    ///   - bytes: the file: one JSON document after the other, on lines of their own or not.
    ///   - facts: receives it; a user that is there already stays as it is.
    /// - Throws: ``AccountProblem`` when a document is neither; nothing is added then.
    public static func read(_ bytes: [UInt8], into facts: inout AccountFacts) throws(AccountProblem) {
        var found = facts
        for range in try JSONDocuments.ranges(in: bytes) {
            let node = try root(of: bytes, range)
            if node["UserDetailList"] != nil || node["RoleDetailList"] != nil || node["Policies"] != nil {
                try AuthorizationDetails(node).add(to: &found)
            } else if !AccessKeyListing.add(node, to: &found) {
                throw AccountProblem(
                    message: "line \(LineNumbers(of: bytes).line(at: range.lowerBound)) begins something else",
                    advice:
                        "give what aws iam get-account-authorization-details or aws iam list-access-keys --user-name NAME prints as JSON"
                )
            }
        }
        facts = found
    }

    private static func root(of bytes: [UInt8], _ range: Range<Int>) throws(AccountProblem) -> LocatedNode {
        let builder = LocatedNodeBuilder()
        var reader = JSONReader()
        do throws(SyntaxProblem) {
            try reader.read(bytes.span.extracting(range), into: builder)
        } catch {
            throw AccountProblem(
                message:
                    "line \(LineNumbers(of: bytes).line(at: range.lowerBound + error.offset)) is not JSON: \(error.message)",
                advice: "make it with --output json")
        }
        if let (_, offset) = builder.duplicateKeys.first {
            throw AccountProblem(
                message:
                    "a member on line \(LineNumbers(of: bytes).line(at: range.lowerBound + offset)) stands there twice",
                advice: "give what aws printed, as it was")
        }
        return builder.root ?? .mapping([], offset: range.lowerBound)
    }
}

/// Why what an account says could not be read.
public struct AccountProblem: Error, Hashable, Sendable {
    /// What is wrong, in a clause.
    public var message: String
    /// What to do, in a clause.
    public var advice: String

    /// Creates a problem.
    public init(message: String, advice: String) {
        self.message = message
        self.advice = advice
    }
}

extension LocatedNode {
    /// The value of a member.
    subscript(name: String) -> LocatedNode? {
        guard case .mapping(let members, _) = self else { return nil }
        return members.last { $0.key == name }?.value
    }

    /// The elements of a list; none for anything else.
    var elements: [LocatedNode] {
        guard case .sequence(let elements, _) = self else { return [] }
        return elements
    }

    /// The text of a string; `nil` for everything else.
    var string: String? {
        guard case .scalar(let text, isQuoted: true, _) = self else { return nil }
        return text
    }
}
