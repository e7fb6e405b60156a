import MigrationModel
import Testing

@testable import ClusterDump

struct ConfigurationProblemTests {
    private static func problems(in text: String) -> [ConfigurationProblem] {
        do throws(ConfigurationRefusal) {
            _ = try ConfigurationFileTests.read(text)
            return []
        } catch {
            return error.problems
        }
    }

    private func expect(
        _ expected: [(ConfigurationProblem.Code, Int)], in text: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let found = Self.problems(in: text)
        #expect(found.map(\.code) == expected.map(\.0), "\(found)", sourceLocation: sourceLocation)
        #expect(found.map(\.line) == expected.map(\.1), "\(found)", sourceLocation: sourceLocation)
    }

    /// A good file whose cluster ends with some more lines, the first of which is line 7.
    private func cluster(_ lines: String, _ platform: String = "eks") -> String {
        let place = platform == "eks" ? "region: eu-west-1\n    account: \"123456789012\"" : "\n"
        return "version: 1\nclusters:\n  - name: a\n    platform: \(platform)\n    \(place)\n    \(lines)\n"
    }

    /// A good file with more at its end, from line 3 on.
    private func file(_ rest: String) -> String {
        "version: 1\nclusters: [{name: a, platform: eks, region: eu-west-1, account: \"123456789012\"}]\n" + rest
    }

    @Test func hasACodeForEveryProblem() {
        let codes = FieldProblem.Code.allCases.map { "configuration-" + $0.rawValue }
        #expect(codes.sorted() == ConfigurationProblem.Code.allCases.map(\.rawValue).sorted())
    }

    @Test func refusesWhatIsNotOneDocument() {
        expect([(.notYAML, 1)], in: "")
        expect([(.notYAML, 1)], in: "# only a comment\n")
        expect([(.notYAML, 3)], in: file("\tservices: []\n"))
        expect([(.notYAML, 5)], in: file("services: []\n---\nversion: 1\n"))
        expect([(.wrongShape, 1)], in: "- version: 1\n")
    }

    @Test func namesWhatIsMissing() {
        expect([(.missingField, 1), (.missingField, 1)], in: "services: []\n")
        expect([(.missingField, 3), (.missingField, 3)], in: "version: 1\nclusters:\n  - region: eu-west-1\n")
        expect([(.missingField, 3), (.missingField, 3)], in: "version: 1\nclusters:\n  - {name: a, platform: eks}\n")
        expect([(.missingField, 3)], in: "version: 1\nclusters:\n  - {name: a, platform: gke}\n")
        let azure = "version: 1\nclusters:\n  - {name: a, platform: aks}\n"
        expect([(.missingField, 3), (.missingField, 3), (.missingField, 3)], in: azure)
        expect([(.missingField, 3)], in: file("services: [{mechanism: irsa}]\n"))
        expect([(.missingField, 4)], in: file("services:\n  - {service: a/*, exempt: {reason: r}}\n"))
        expect([(.missingField, 4)], in: file("services:\n  - {service: a/*, exempt: {expires: 2027-01-31}}\n"))
    }

    @Test func asksForInputsOfSeveralClusters() {
        let two =
            "version: 1\nclusters:\n  - {name: a, platform: self-managed}\n"
            + "  - {name: b, platform: self-managed, inputs: [b.json]}\n"
        expect([(.missingField, 3)], in: two)
    }

    @Test func namesWhatIsEmpty() {
        expect([(.emptyField, 7)], in: cluster("inputs: []"))
        expect([(.emptyField, 7)], in: cluster("inputs: [\"\"]"))
        expect([(.emptyField, 7)], in: cluster("issuer:"))
        expect([(.emptyField, 2)], in: "version: 1\nclusters: []\n")
        expect([(.emptyField, 3)], in: file("preferences: {waves: [[]]}\n"))
        expect([(.emptyField, 3)], in: file("preferences: {roleName: \" \"}\n"))
        expect([(.emptyField, 3)], in: file("services: [{service: a/*, exempt: }]\n"))
    }

    @Test func refusesOtherShapes() {
        expect([(.wrongShape, 2)], in: "version: 1\nclusters: {name: a}\n")
        expect([(.wrongShape, 2)], in: "version: 1\nclusters: [a]\n")
        expect([(.wrongShape, 7)], in: cluster("inputs: dump.json"))
        expect([(.wrongShape, 7)], in: cluster("hasIssuerProvider: yes"))
        expect([(.wrongShape, 7)], in: cluster("podIdentityAgent: \"true\""))
        expect([(.wrongShape, 7)], in: cluster("issuer: [https://a]"))
        for number in ["24h", "\"24\"", "1.5", "0x18", "024", "[24]", "yes"] {
            expect([(.wrongShape, 3)], in: file("preferences: {soakHours: \(number)}\n"))
        }
        expect([(.wrongShape, 3)], in: file("preferences: []\n"))
        expect([(.wrongShape, 3)], in: file("preferences: {waves: [a/*]}\n"))
        expect([(.wrongShape, 3)], in: file("services: {service: a/*}\n"))
        expect([(.wrongShape, 3)], in: file("services: [{service: a/*, exempt: later}]\n"))
        expect([(.unsupportedVersion, 1)], in: "version: 2\nclusters: [{name: a, platform: self-managed}]\n")
    }

    @Test(arguments: [
        "soakHours: 0", "soakHours: 721", "soakHours: -1", "quietDays: 0", "quietDays: 366", "servicesAtATime: 0",
        "servicesAtATime: 1001", "soakHours: 99999999999999999999",
    ])
    func refusesNumbersOutOfRange(field: String) {
        expect([(.outOfRange, 3)], in: file("preferences: {\(field)}\n"))
    }

    @Test(arguments: [
        "account: \"12345678901\"", "account: 1234-5678-9012", "region: West Europe", "region: eu-west-1-", "name: a/b",
        "name: \"{cluster}\"", "issuer: http://a.example.com", "issuer: \"https://a.example.com \"", "issuer: https://",
        "issuer: https://a.example.com/?q", "issuer: https://u@a.example.com",
    ])
    func refusesOtherForms(field: String) {
        let name = field.prefix { $0 != ":" }
        let fields = ["name: a", "account: \"123456789012\"", "region: eu-west-1", "platform: eks"]
            .filter { !$0.hasPrefix(name) }
        let text = "version: 1\nclusters:\n  - \(fields.joined(separator: "\n    "))\n    \(field)\n"
        expect([(.invalidValue, 3 + fields.count)], in: text)
    }

    @Test(arguments: ["report", "a/b", "/a/", "a/b/c/d", "a/*/b/c", "a b/*", "a//c"])
    func refusesPatternsThatMatchNothing(pattern: String) {
        expect([(.invalidValue, 3)], in: file("services: [{service: \"\(pattern)\"}]\n"))
        expect([(.invalidValue, 3)], in: file("preferences: {waves: [[\"\(pattern)\"]]}\n"))
    }

    @Test func refusesNamesThatDoNotExist() {
        expect([(.unknownName, 4)], in: cluster("clustersPerRole: 1", "openshift"))
        expect([(.unknownName, 3)], in: file("preferences: {mechanism: kiam}\n"))
        expect([(.unknownName, 3)], in: file("preferences: {infrastructure: pulumi}\n"))
        expect([(.unknownName, 3)], in: file("services: [{service: a/*, sdk: [boto3, boto]}]\n"))
        for template in ["{cluster}-{account}", "{cluster", "{}", "{{cluster}}"] {
            expect([(.unknownPlaceholder, 3)], in: file("preferences: {roleName: \"\(template)\"}\n"))
        }
    }

    @Test func refusesContradictions() {
        for field in [
            "fargateNamespaces: [a]", "podIdentityAgent: false", "project: my-project", "account: \"123456789012\"",
        ] {
            expect([(.contradiction, 7)], in: cluster(field, "self-managed"))
        }
        expect([(.contradiction, 7)], in: cluster("project: my-project"))
        expect([(.contradiction, 7)], in: cluster("tenant: 01234567-89ab-cdef-0123-456789abcdef"))
        expect([(.contradiction, 3)], in: file("preferences: {mechanism: gke-workload-identity}\n"))
        expect([(.contradiction, 3)], in: file("services: [{service: a/*, mechanism: aks-workload-identity}]\n"))
        #expect(
            Self.problems(in: cluster("issuer: https://a.example.com\npreferences: {mechanism: irsa}", "self-managed"))
                .isEmpty)
    }

    @Test func refusesDuplicates() {
        expect([(.duplicateField, 7)], in: cluster("platform: eks"))
        let twin = "{name: a, platform: self-managed, inputs: [a]}"
        expect([(.duplicateEntry, 4)], in: "version: 1\nclusters:\n- \(twin)\n- \(twin)\n")
        expect([(.duplicateEntry, 5)], in: file("services:\n  - service: a/*\n  - service: a/*\n"))
    }

    @Test(arguments: ["2027-02-29", "tomorrow", "2027-1-1"])
    func refusesDaysThatDoNotExist(day: String) {
        expect([(.invalidDate, 3)], in: file("services: [{service: a/*, exempt: {reason: r, expires: \(day)}}]\n"))
    }

    @Test func tellsEverythingInTheOrderOfLines() {
        let text = """
            version: 2
            preferences:
              soakhours: 24
              quietDays: 0
            clusters:
              - name: a
                platfrom: eks
                inputs: []
            services:
              - service: a/*
                exempt: {reason: r}
            """
        expect(
            [
                (.unsupportedVersion, 1), (.unknownField, 3), (.outOfRange, 4), (.missingField, 6), (.unknownField, 7),
                (.emptyField, 8), (.missingField, 11),
            ], in: text)
    }

    @Test func suggestsWhatWasMeant() {
        let pairs = [
            "soakhours": "soakHours", "soak_hours": "soakHours", "quiet": "quietDays",
            "infrastucture": "infrastructure",
            "wavse": "waves",
        ]
        for (word, name) in pairs {
            let problems = Self.problems(in: file("preferences: {\(word): 1}\n"))
            #expect(problems.first?.advice.hasPrefix("Did you mean `\(name)`? ") ?? false, "\(word): \(problems)")
        }
        #expect(
            Self.problems(in: file("preferences: {colour: 1}\n")) == [
                ConfigurationProblem(
                    .unknownField, line: 3, message: "The section `preferences` has an unknown field `colour`.",
                    advice: "Remove or correct it; the fields are mechanism, roleName, soakHours, quietDays, "
                        + "servicesAtATime, infrastructure, waves.")
            ])
    }

    /// A text at the wrong place may be anything, also a secret.
    @Test func repeatsNoValues() {
        let secret = "PtYgjmUhBel31iEl2hpChYgCfrL1spNxnyVmihA"
        let text = """
            version: \(secret)
            clusters: [{name: "\(secret)/", platform: \(secret), issuer: \(secret), account: \(secret), \(secret): 1}]
            preferences: {mechanism: \(secret), roleName: "{\(secret)}", soakHours: \(secret), infrastructure: \(secret)}
            services: [{service: \(secret), sdk: [\(secret)], exempt: {expires: \(secret)}}]
            """
        let problems = Self.problems(in: text)
        #expect(problems.count >= 12)
        #expect(!"\(problems)".contains(secret))
    }
}
