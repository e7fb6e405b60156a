import Execution
internal import StructuredText

/// One command line of `kubectl` in its parts.
struct KubectlRequest {
    /// `get`, or `rollout status`.
    private(set) var words: [String] = []
    /// What stands behind `--`.
    private(set) var command: [String] = []
    private var options: [String: [String]] = [:]
    let input: String
    let all: [String]

    private static let short = [
        "-n": "--namespace", "-o": "--output", "-l": "--selector", "-p": "--patch", "-f": "--filename",
        "-c": "--container", "-A": "--all-namespaces", "-i": "--stdin", "-w": "--watch", "-q": "--quiet",
    ]
    private static let flags: Set<String> = [
        "--all-namespaces", "--ignore-not-found", "--force", "--wait", "--overwrite", "--no-headers", "--stdin",
        "--quiet", "--show-managed-fields", "--show-labels", "--save-config", "--server-side", "--force-conflicts",
        "--list", "--now", "--all",
    ]
    private static let values: Set<String> = [
        "--namespace", "--output", "--selector", "--field-selector", "--type", "--patch", "--patch-file", "--filename",
        "--container", "--timeout", "--for", "--request-timeout", "--chunk-size", "--raw", "--context", "--kubeconfig",
        "--grace-period", "--cascade", "--field-manager", "--dry-run", "--verbs", "--api-group", "--sort-by",
        "--namespaced", "--cached", "--resource-version", "--validate", "--subresource", "--tail", "--cache-dir",
    ]

    init(_ invocation: Invocation) throws(KubectlFailure) {
        all = invocation.words
        input = String(decoding: invocation.input ?? [], as: UTF8.self)
        var rest = invocation.arguments[...]
        while let word = rest.popFirst() {
            if word == "--" {
                command = Array(rest)
                break
            }
            guard word.hasPrefix("-"), word != "-" else {
                words.append(word)
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let name = Self.short[parts[0]] ?? parts[0]
            if parts.count == 2 {
                guard Self.flags.contains(name) || Self.values.contains(name) else { throw .unknown(all) }
                options[name, default: []].append(parts[1])
            } else if Self.flags.contains(name)
                || ["--namespaced", "--dry-run", "--cascade", "--cached"].contains(name)
            {
                options[name, default: []].append("true")
            } else if Self.values.contains(name), let value = rest.popFirst() {
                options[name, default: []].append(value)
            } else {
                throw .unknown(all)
            }
        }
    }

    /// The last value of an option; empty where it is not given.
    func option(_ name: String) -> String { options["--" + name]?.last ?? "" }

    /// Whether a flag is set.
    func has(_ name: String) -> Bool { options["--" + name].map { $0.last != "false" } ?? false }

    /// The namespace that is meant where an object says none.
    var namespace: String { option("namespace").isEmpty ? "default" : option("namespace") }

    /// Whether nothing is to be changed.
    var isDry: Bool { !["", "none", "false"].contains(option("dry-run")) }

    /// What messages end with when nothing is changed.
    var suffix: String {
        switch option("dry-run") {
        case "server": " (server dry run)"
        case "", "none", "false": ""
        default: " (dry run)"
        }
    }

    /// How many seconds it may wait: `10m`, `30s`.
    var patience: Int {
        let text = option("timeout")
        let number = Int(text.dropLast()) ?? 0
        return text.hasSuffix("h")
            ? number * 3600 : text.hasSuffix("m") ? number * 60 : text.hasSuffix("s") ? number : 0
    }

    /// Objects of the document on standard input: one, or those of a list.
    func documents() throws(KubectlFailure) -> [StructuredValue] {
        guard ["-", "/dev/stdin"].contains(option("filename")) else { throw .unknown(all) }
        guard let value = StructuredValue.reading(json: input) else {
            throw KubectlFailure(text: "error: error parsing STDIN: invalid character in JSON")
        }
        return value.at("kind")?.text == "List" ? value.at("items")?.elements ?? [] : [value]
    }
}
