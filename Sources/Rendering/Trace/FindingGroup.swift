import MigrationModel

/// Findings that say the same of several objects, so that it is told once.
struct FindingGroup {
    let code: IdentityFinding.Code
    /// What it is and what to do next, as sentences.
    let sentences: String
    /// The SDK families for which it holds.
    let families: [String]
    /// The objects, with the container where it is about one.
    fileprivate(set) var subjects: [String]

    /// So many objects are named; more are counted.
    static let mostSubjects = 3
    /// So many groups of one code are told; more are counted.
    static let mostOfACode = 5

    /// The families in one text.
    var familyWords: String { Wording.list(families, most: Self.mostFamilies) }

    private static let mostFamilies = 8

    /// The objects in one text.
    var words: String { Wording.list(subjects, most: Self.mostSubjects) }

    /// Findings of a code, told in groups; those of one code stand together, in the order in which they come first.
    struct Family {
        let code: IdentityFinding.Code
        let groups: ArraySlice<FindingGroup>
        /// How many findings are not told.
        let rest: Int
    }

    /// All findings by code.
    static func families(of findings: [IdentityFinding], namesInputs: Bool) -> [Family] {
        var groups: [IdentityFinding.Code: [FindingGroup]] = [:]
        var codes: [IdentityFinding.Code] = []
        var positions: [Identity: Int] = [:]
        for finding in findings {
            if groups[finding.code] == nil { codes.append(finding.code) }
            let subject = finding.subject(namesInput: namesInputs)
            if let position = positions[Identity(finding)] {
                groups[finding.code]?[position].subjects.append(subject)
            } else {
                positions[Identity(finding)] = groups[finding.code]?.count ?? 0
                let sentences = Wording.sentences(Wording.capitalized(finding.message), finding.advice)
                groups[finding.code, default: []].append(
                    FindingGroup(
                        code: finding.code, sentences: sentences, families: finding.families, subjects: [subject]))
            }
        }
        return codes.map { code in
            let all = groups[code] ?? []
            let rest = all.dropFirst(mostOfACode).reduce(0) { $0 + $1.subjects.count }
            return Family(code: code, groups: all.prefix(mostOfACode), rest: rest)
        }
    }

    private struct Identity: Hashable {
        var code: IdentityFinding.Code
        var message: String
        var advice: String
        var families: [String]

        init(_ finding: IdentityFinding) {
            code = finding.code
            message = finding.message
            advice = finding.advice
            families = finding.families
        }
    }
}

extension IdentityFinding {
    /// The object and the container: `Deployment shop/checkout, container api`.
    func subject(namesInput: Bool) -> String {
        object.words + (container.map { " (container \($0))" } ?? "") + (namesInput ? " in \(input)" : "")
    }
}
