internal import MigrationModel
internal import StructuredText

/// What is said of every key of one kind: a reporting descriptor (SARIF 2.1.0, section 3.49).
struct SARIFRule {
    let kind: KeyKind
    /// The stable name for programs, in Pascal case.
    let name: String
    /// The kind within a sentence.
    let noun: String
    /// What is wrong with it.
    let description: String
    /// What to use instead.
    let remedy: String
    /// Where the vendor describes the remedy.
    let page: String

    var descriptor: StructuredValue {
        [
            "id": .string(kind.rawValue),
            "name": .string(name),
            "shortDescription": ["text": .string("\(noun) in a cluster")],
            "fullDescription": ["text": .string(description)],
            "help": [
                "text": .string("\(description)\n\n\(remedy)\n\n\(page)"),
                "markdown": .string("\(description)\n\n**Instead:** \(remedy)\n\n<\(page)>"),
            ],
            "defaultConfiguration": ["level": .string(kind.lifetime == "temporary" ? "warning" : "error")],
            "properties": ["tags": ["security", "external/cwe/cwe-798"]],
        ]
    }
}

/// The rules, one per kind of key.
enum SARIFRules {
    static let all = KeyKind.allCases.map(rule(of:))

    /// The rule of a kind, with its position among the rules of the log.
    static func rule(for kind: KeyKind) -> (rule: SARIFRule, index: Int) {
        let index = all.firstIndex { $0.kind == kind } ?? 0
        return (all[index], index)
    }

    private static func rule(of kind: KeyKind) -> SARIFRule {
        switch kind {
        case .awsAccessKey: awsAccessKey
        case .awsTemporaryKey: awsTemporaryKey
        case .googleServiceAccountKey: googleServiceAccountKey
        case .googleHMACKey: googleHMACKey
        case .azureClientSecret: azureClientSecret
        case .azureStorageAccountKey: azureStorageAccountKey
        }
    }
}
