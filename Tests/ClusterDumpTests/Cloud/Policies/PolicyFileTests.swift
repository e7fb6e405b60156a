import ClusterDump
import MigrationModel
import Testing

struct PolicyFileTests {
    private func read(_ text: String) throws(PolicyRefusal) -> PolicyDocument { try PolicyFile.read(Array(text.utf8)) }

    private func problems(_ text: String) -> [String] {
        do throws(PolicyRefusal) {
            _ = try read(text)
            return []
        } catch {
            return error.problems.map { "\($0.line): \($0.message)" }
        }
    }

    @Test func readsEverything() throws {
        let text = """
            {
              "Version": "2012-10-17", "Id": "x",
              "Statement": [
                {"Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::a/*", "*"],
                 "Condition": {"StringEquals": {"aws:SourceVpc": "vpc-1", "s3:prefix": ["a", "b"]},
                               "Bool": {"aws:SecureTransport": true}, "NumericLessThan": {"s3:max-keys": 10}}},
                {"Effect": "Deny", "NotAction": ["iam:*"], "NotResource": "arn:aws:iam::123456789012:role/a:b"}
              ]
            }
            """
        let expected = PolicyDocument(statements: [
            PolicyStatement(
                sid: "Read", actions: .only(["s3:GetObject"]), resources: .only(["arn:aws:s3:::a/*", "*"]),
                conditions: [
                    PolicyCondition("StringEquals", "aws:SourceVpc", ["vpc-1"]),
                    PolicyCondition("StringEquals", "s3:prefix", ["a", "b"]),
                    PolicyCondition("Bool", "aws:SecureTransport", ["true"]),
                    PolicyCondition("NumericLessThan", "s3:max-keys", ["10"]),
                ]),
            PolicyStatement(
                effect: .deny, actions: .allBut(["iam:*"]), resources: .allBut(["arn:aws:iam::123456789012:role/a:b"])),
        ])
        #expect(try read(text) == expected)
    }

    @Test func readsOneStatementWithoutAList() throws {
        let policy = try read(#"{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}"#)
        #expect(policy.version == "2008-10-17")
        #expect(policy.statements == [PolicyStatement(actions: .only(["*"]), resources: .only(["*"]))])
    }

    /// Most readers keep the last of two and drop the first, which here is what makes the policy narrow.
    @Test func refusesTwoMembersOfOneName() {
        let text = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {
              "StringEquals": {"aws:SourceVpc": "vpc-1"},
              "StringEquals": {"aws:PrincipalTag/team": "a"}}}]}
            """
        #expect(problems(text) == ["3: The member `StringEquals` stands twice in one object."])
    }

    @Test func tellsEveryProblemWithItsLine() {
        let text = """
            {"Version": "2012-10-18", "Statement": [
              {"Effect": "Maybe", "Action": "s3:GetObject", "Resource": "*"},
              {"Effect": "Allow", "Action": "GetObject", "Resource": "bucket"},
              {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"},
              {"Effect": "Allow", "Action": [], "Resource": "*"},
              {"Effect": "Allow", "Action": "*", "NotAction": "*", "Resource": "*"},
              {"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": []},
              {"Effect": "Allow", "Action": "*"},
              {"Effect": "Allow", "Actoin": "*", "Action": "*", "Resource": "*", "Sid": "a-b"}
            ]}
            """
        #expect(
            problems(text) == [
                "1: `Version` of the policy is none of the known names.",
                "2: `Effect` of the statement is `Maybe` none of the known names.",
                "3: `Action` of the statement does not have the right form.",
                "3: `Resource` of the statement does not have the right form.",
                "4: The statement has a `Principal`, as policies of resources have.",
                "5: `Action` of the statement is an empty list.",
                "6: The statement has both `Action` and `NotAction`.",
                "7: `Condition` is no object.",
                "8: The statement has no `Resource`.",
                "9: The statement has an unknown field `Actoin`.",
                "9: `Sid` of the statement does not have the right form.",
            ])
    }

    @Test(arguments: ["", "[]", "a: b", "{", #"{"Statement": []}"#, #"{"Version": "2012-10-17"}"#, "null"])
    func refusesWhatIsNoPolicy(text: String) {
        #expect(!problems(text).isEmpty)
    }
}
