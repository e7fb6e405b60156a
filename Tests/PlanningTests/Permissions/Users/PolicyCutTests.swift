import MigrationModel
import Testing

@testable import Planning

struct PolicyCutTests {
    private func cut(_ statements: PolicyStatement..., to services: Set<String> = ["s3"]) -> (
        PolicyDocument?, [String], Bool
    ) {
        var cut = PolicyCut(to: services)
        let result = cut.cut(PolicyDocument(statements: statements))
        return (result, cut.removed, cut.isNarrowed)
    }

    private func allow(_ actions: PolicySelection) -> PolicyStatement {
        PolicyStatement(actions: actions, resources: .only(["*"]))
    }

    @Test func keepsWhatIsUsed() {
        let (result, removed, isNarrowed) = cut(allow(.only(["S3:GetObject", "sqs:*", "sts:AssumeRole"])))
        #expect(result?.statements == [allow(.only(["S3:GetObject", "sts:AssumeRole"]))])
        #expect(removed == ["sqs:*"])
        #expect(!isNarrowed)
    }

    @Test func narrowsWhatStandsForAll() {
        #expect(cut(allow(.only(["*"]))).0?.statements == [allow(.only(["kms:*", "s3:*", "sts:*"]))])
        #expect(cut(allow(.allBut(["iam:*"]))).0?.statements == [allow(.only(["kms:*", "s3:*", "sts:*"]))])
        #expect(cut(allow(.allBut(["iam:*"]))).2)
        // What is left out of the service that is used cannot be said in fewer words.
        #expect(cut(allow(.allBut(["s3:Delete*"]))).0?.statements == [allow(.allBut(["s3:Delete*"]))])
    }

    @Test func leavesOutWhatAllowsNothing() {
        #expect(cut(allow(.only(["sqs:*"]))).0 == nil)
        let deny = PolicyStatement(effect: .deny, actions: .only(["sqs:*"]), resources: .only(["*"]))
        #expect(cut(deny).0 == nil)
        #expect(cut(deny, allow(.only(["s3:*"]))).0?.statements.first == deny)
    }

    @Test func neverAddsAnything() {
        let policies = [
            allow(.only(["*"])), allow(.allBut(["iam:*", "s3:Put*"])), allow(.only(["s3:*", "dynamodb:Get*"])),
        ]
        for policy in policies {
            let before = PolicyDocument(statements: [policy])
            guard let after = cut(policy, to: ["s3", "dynamodb"]).0 else { continue }
            #expect(PolicyContainment([before]).contains([after]))
        }
    }
}
