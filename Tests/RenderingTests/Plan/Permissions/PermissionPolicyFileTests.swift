import ClusterDump
import MigrationModel
import Testing

@testable import Rendering

struct PermissionPolicyFileTests {
    private let files = PlanFiles.files(of: SamplePermissions.plan, configuration: SamplePlans.configuration)

    @Test func namesFilesByRolesAndPolicies() {
        let paths = files.map(\.path).filter { $0.hasPrefix("iam/") && $0.hasSuffix(".policy.json") }
        #expect(paths.count == 5)
        #expect(paths.first == "iam/prod-production-s0.policy.json")
        #expect(paths.contains("iam/prod-production-s1/own.policy.json"))
        #expect(paths.contains { $0.hasPrefix("iam/prod-production-s1/a-b-") })
    }

    /// A reader that refuses two members of one name gets the same policy back.
    @Test func readsBackAsItWas() throws {
        for document in [SamplePermissions.document, SamplePermissions.old, SamplePermissions.large] {
            #expect(try PolicyFile.read(Array(document.text.utf8)) == Self.grouped(document))
        }
    }

    @Test func writesOneObjectForEachOperator() {
        let condition = """
            "Condition": {
                            "StringEquals": {
                                "aws:SourceVpc": "vpc-0a1b2c3d",
                                "s3:ResourceAccount": "123456789012"
                            },
                            "StringLike": {
                                "s3:prefix": [
                                    "a/*",
                                    "${aws:PrincipalTag/team}/*"
                                ]
                            }
                        }
            """
        #expect(SamplePermissions.document.text.contains(condition))
    }

    @Test func countsAsIAMDoes() {
        var all = [SamplePermissions.document, SamplePermissions.old, SamplePermissions.odd, SamplePermissions.large]
        all.append(PolicyDocument(statements: []))
        all.append(
            PolicyDocument(statements: [
                PolicyStatement(
                    sid: "A", actions: .allBut(["a:b", "c:\"\n\u{1}"]), resources: .only([]),
                    conditions: [PolicyCondition("Bool", "k", [])])
            ]))
        for document in all { #expect(document.size == MachineText.line(document.json).unicodeScalars.count) }
    }

    /// Conditions stand together by operator in the file.
    private static func grouped(_ document: PolicyDocument) -> PolicyDocument {
        var grouped = document
        for index in document.statements.indices {
            let conditions = document.statements[index].conditions
            var tests: [String] = []
            for condition in conditions where !tests.contains(condition.test) { tests.append(condition.test) }
            grouped.statements[index].conditions = tests.flatMap { test in conditions.filter { $0.test == test } }
        }
        return grouped
    }
}
