import StructuredText
import Testing

@testable import Execution

struct PolicyValueTests {
    private static let planned =
        #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"arn:p"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"i:sub":"system:serviceaccount:shop:api","i:aud":"sts.amazonaws.com"}}}]}"#

    private func difference(_ found: String) throws -> String? {
        try #require(PolicyValue(json: found)).difference(from: try #require(PolicyValue(json: Self.planned)))
    }

    @Test func meansTheSameInAnyOrderAndForm() throws {
        let other =
            #"{"Statement":{"Sid":"x","Condition":{"StringEquals":{"i:aud":["sts.amazonaws.com"],"I:Sub":["system:serviceaccount:shop:api"]}},"Action":["STS:assumerolewithwebidentity"],"Principal":{"Federated":["arn:p"]},"Effect":"Allow"},"Version":"2012-10-17"}"#
        #expect(try difference(other) == nil)
        let encoded = Self.planned.utf8.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
        #expect(try difference(encoded) == nil)
    }

    @Test func differsByEverythingThatMeansSomething() throws {
        let changes: [(String, String, String)] = [
            ("shop:api", "shop:*", "Statement[0].Condition.StringEquals.i:sub"),
            (
                #""system:serviceaccount:shop:api""#, #"["system:serviceaccount:shop:api","x"]"#,
                "Statement[0].Condition.StringEquals.i:sub"
            ),
            ("StringEquals", "StringLike", "Statement[0].Condition.StringEquals.i:aud"),
            (#","i:aud":"sts.amazonaws.com""#, "", "Statement[0].Condition.StringEquals.i:aud"),
            ("arn:p", "arn:q", "Statement[0].Principal"), ("2012-10-17", "2008-10-17", "Version"),
            (
                #"}]}"#, #"},{"Effect":"Allow","Principal":"*","Action":"*"}]}"#,
                "it has 2 statements where 1 is planned"
            ),
        ]
        for (old, new, place) in changes {
            #expect(try difference(Self.planned.replacing(old, with: new)) == place, "\(new)")
        }
    }

    @Test func takesAnAccountForItsRootUser() {
        let policies = [#"{"AWS":"123456789012"}"#, #"{"AWS":["arn:aws:iam::123456789012:root"]}"#, #""*""#].map {
            PolicyValue(json: #"{"Statement":[{"Effect":"Allow","Action":"a","Principal":\#($0)}]}"#)
        }
        #expect(policies[0] == policies[1] && policies[0] != policies[2] && policies[0] != nil)
    }

    @Test func isNoPolicyWithoutStatements() {
        for text in ["", "null", "[]", "{}", "%7", #"{"Statement""#] { #expect(PolicyValue(json: text) == nil) }
    }
}
