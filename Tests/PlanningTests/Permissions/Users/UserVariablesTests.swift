import MigrationModel
import Testing

@testable import Planning

struct UserVariablesTests {
    private let bob = UserFacts(
        account: "123456789012", name: "bob", id: "AIDAEXAMPLE", arn: "arn:aws:iam::123456789012:user/bob")

    private func filled(_ resource: String, version: String = PolicyDocument.currentVersion) -> (String?, Int) {
        let document = PolicyDocument(
            version: version,
            statements: [PolicyStatement(actions: .only(["s3:*"]), resources: .only([resource]))])
        let variables = UserVariables(document, of: bob, called: "It")
        return (variables.document.statements.first?.resources.patterns.first, variables.remarks.count)
    }

    @Test(arguments: [
        ("arn:aws:s3:::home/${aws:username}/*", "arn:aws:s3:::home/bob/*", 1),
        ("${AWS:UserName}-${aws:userid}", "bob-AIDAEXAMPLE", 2), ("${aws:username, 'x'}", "bob", 1),
        ("${aws:PrincipalTag/team}/$", "${aws:PrincipalTag/team}/$", 0), ("${aws:username", "${aws:username", 0),
        ("$${aws:username}", "$bob", 1), ("plain", "plain", 0),
    ])
    func standsForTheUser(text: String, expected: String, remarks: Int) {
        #expect(filled(text) == (expected, remarks))
    }

    /// In the older language it is a text like any other.
    @Test func leavesOldPoliciesAlone() {
        #expect(filled("${aws:username}", version: "2008-10-17") == ("${aws:username}", 0))
    }

    @Test func namesConditionsOnTheUser() {
        let document = PolicyDocument(statements: [
            PolicyStatement(
                actions: .only(["s3:*"]), resources: .only(["*"]),
                conditions: [
                    PolicyCondition("StringEquals", "AWS:username", ["bob"]),
                    PolicyCondition("StringEquals", "aws:PrincipalTag/team", ["a"]),
                    PolicyCondition("Bool", "aws:SecureTransport", ["true"]),
                    PolicyCondition("StringLike", "s3:prefix", ["${aws:username}/*"]),
                ])
        ])
        let variables = UserVariables(document, of: bob, called: "It")
        #expect(variables.remarks.count == 3)
        #expect(variables.document.statements[0].conditions.last?.values == ["bob/*"])
        #expect(variables.remarks[1].hasPrefix("It has a condition on AWS:username"))
    }
}
