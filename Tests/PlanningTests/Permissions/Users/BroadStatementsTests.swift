import MigrationModel
import Testing

@testable import Planning

struct BroadStatementsTests {
    private func findings(_ actions: PolicySelection, _ resources: PolicySelection = .only(["*"])) -> [String] {
        BroadStatements.findings(
            in: PolicyDocument(statements: [PolicyStatement(actions: actions, resources: resources)]))
    }

    @Test func findsWhatIsBroad() {
        #expect(findings(.only(["*"])) == ["every action of every service"])
        #expect(findings(.only(["s3:*", "sqs:SendMessage"])) == ["`s3:*` on every resource"])
        #expect(findings(.allBut(["iam:*"])) == ["everything but iam:* (`NotAction`)"])
        #expect(findings(.only(["iam:PassRole"])) == ["`iam:PassRole`, by which it can give itself more"])
        #expect(
            findings(.only(["iam:Put*"]), .only(["arn:aws:iam::123456789012:role/a"]))
                == ["`iam:Put*`, by which it can give itself more"])
        #expect(findings(.only(["iam:*"])) == ["`iam:*` on every resource"])
        #expect(
            findings(.only(["s3:GetObject"]), .allBut(["arn:aws:s3:::a"]))
                == ["what it allows on everything but a few resources (`NotResource`)"])
    }

    @Test func findsNothingElse() {
        #expect(findings(.only(["s3:*"]), .only(["arn:aws:s3:::a/*"])) == [])
        #expect(findings(.only(["s3:Get*", "iam:GetUser", "iam:List*"])) == [])
        let deny = PolicyStatement(effect: .deny, actions: .only(["*"]), resources: .only(["*"]))
        #expect(BroadStatements.findings(in: PolicyDocument(statements: [deny])) == [])
    }
}
