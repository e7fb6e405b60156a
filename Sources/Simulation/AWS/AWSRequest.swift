import Execution
internal import StructuredText

/// One command line of `aws` in its parts.
struct AWSRequest {
    /// `iam create-role`.
    let operation: String
    /// `CreateRole`, as messages name it.
    let action: String
    /// `json` or `text`.
    var output = "json"
    var query = ""
    var profile = ""
    var region = ""
    private var options: [String: [String]] = [:]
    private var document: StructuredValue = .null
    private let input: [UInt8]

    private static let globalValues: Set<String> = [
        "--output", "--query", "--profile", "--region", "--endpoint-url", "--cli-connect-timeout", "--cli-read-timeout",
        "--color",
    ]
    private static let globalFlags: Set<String> = [
        "--no-cli-pager", "--no-paginate", "--no-cli-auto-prompt", "--debug",
    ]

    /// Takes a command line apart.
    init(_ invocation: Invocation) throws(AWSFailure) {
        var names: [String] = []
        var rest = invocation.arguments[...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("--") else {
                names.append(word)
                continue
            }
            if Self.globalFlags.contains(word) { continue }
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            var values = Array(parts.dropFirst())
            while values.isEmpty || !Self.globalValues.contains(parts[0]), let next = rest.first, !next.hasPrefix("--")
            {
                values.append(next)
                rest.removeFirst()
            }
            options[String(parts[0].dropFirst(2)), default: []] += values
        }
        guard names.count == 2 else { throw .unknown(invocation.words) }
        operation = names.joined(separator: " ")
        action = names[1].split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
            .replacingPrefix("CreateOpenId", "CreateOpenID").replacingPrefix("GetOpenId", "GetOpenID")
            .replacingPrefix("DeleteOpenId", "DeleteOpenID").replacingPrefix("ListOpenId", "ListOpenID")
        input = invocation.input ?? []
        output = options["output"]?.first ?? output
        query = options["query"]?.first ?? ""
        profile = options["profile"]?.first ?? ""
        region = options["region"]?.first ?? ""
        if let source = options["cli-input-json"]?.first { document = try read(source) }
    }

    /// An option that may be left out; empty where it is.
    func text(_ name: String) -> String {
        options[name]?.first ?? (document.at(Self.member(name)) ?? document.at(Self.lowerMember(name)))?.text ?? ""
    }

    /// An option that has to be there.
    func required(_ name: String) throws(AWSFailure) -> String {
        let value = text(name)
        guard !value.isEmpty else { throw .usage("the following arguments are required: --\(name)") }
        return value
    }

    /// All values of an option.
    func list(_ name: String) -> [String] {
        options[name] ?? (document.at(Self.member(name)) ?? document.at(Self.lowerMember(name)))?.listed ?? []
    }

    /// Whether a flag was given.
    func has(_ name: String) -> Bool { options[name] != nil }

    /// A policy, given as it is or from standard input.
    func policy(_ name: String) throws(AWSFailure) -> StructuredValue {
        let value = try read(required(name))
        guard !value.statements.isEmpty else {
            throw AWSFailure("MalformedPolicyDocument", "Syntax errors in policy.")
        }
        return value
    }

    /// Tags in short form (`Key=a,Value=b`, `a=b`) or as JSON.
    var tags: [(String, String)] {
        let given = document.at("Tags") ?? document.at("tags") ?? list("tags").first.flatMap { .reading(json: $0) }
        if let given, given.elements.isEmpty { return given.texts.sorted { $0.key < $1.key } }
        if let given { return given.elements.map { ($0.name(of: "Key"), $0.name(of: "Value")) } }
        return list("tags").flatMap { word -> [(String, String)] in
            let pairs = word.split(separator: ",").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
            if pairs.count == 2, pairs[0].first == "Key", pairs[1].first == "Value" {
                return [(pairs[0].dropFirst().first ?? "", pairs[1].dropFirst().first ?? "")]
            }
            return pairs.map { ($0.first ?? "", $0.dropFirst().first ?? "") }
        }
    }

    private func read(_ source: String) throws(AWSFailure) -> StructuredValue {
        let isInput = ["file:///dev/stdin", "file://-", "file:///dev/fd/0"].contains(source)
        guard isInput || !source.hasPrefix("file://") else { throw .unknown([source]) }
        let text = isInput ? String(decoding: input, as: UTF8.self) : source
        guard let value = StructuredValue.reading(json: text) else {
            throw AWSFailure("MalformedPolicyDocument", "This policy contains invalid Json")
        }
        return value
    }

    private static func member(_ name: String) -> String {
        name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    private static func lowerMember(_ name: String) -> String {
        let member = member(name)
        return member.prefix(1).lowercased() + member.dropFirst()
    }
}

extension String {
    fileprivate func replacingPrefix(_ prefix: String, _ new: String) -> String {
        hasPrefix(prefix) ? new + dropFirst(prefix.count) : self
    }
}
