import MigrationModel
import Testing

struct PolicyContainmentTests {
    private let bucket = "arn:aws:s3:::reports"
    private let objects = "arn:aws:s3:::reports/*"

    private func allow(
        _ actions: String..., on resources: String..., if conditions: [PolicyCondition] = []
    ) -> PolicyStatement {
        PolicyStatement(actions: .only(actions), resources: .only(resources), conditions: conditions)
    }

    private func deny(_ actions: String..., on resources: String..., if conditions: [PolicyCondition] = [])
        -> PolicyStatement
    {
        PolicyStatement(
            effect: .deny, actions: .only(actions), resources: .only(resources), conditions: conditions)
    }

    private func excess(_ own: [PolicyStatement], beyond limit: [PolicyStatement]) -> [PolicyExcess] {
        PolicyContainment([PolicyDocument(statements: limit)]).excess(of: [PolicyDocument(statements: own)])
    }

    private func reasons(_ own: [PolicyStatement], beyond limit: [PolicyStatement]) -> [PolicyExcess.Reason] {
        excess(own, beyond: limit).map(\.reason)
    }

    @Test func isWithinItself() {
        let policy = [
            allow("s3:GetObject", on: objects), deny("s3:*", on: "arn:aws:s3:::other/*"),
            PolicyStatement(actions: .allBut(["iam:*"]), resources: .allBut([bucket])),
        ]
        #expect(excess(policy, beyond: policy) == [])
    }

    @Test func isWithinWhatIsWider() {
        #expect(reasons([allow("S3:getobject", on: objects)], beyond: [allow("s3:Get*", on: "arn:aws:s3:::*")]) == [])
        #expect(reasons([allow("s3:GetObject", on: objects)], beyond: [allow("*", on: "*")]) == [])
        // Each action and resource may be allowed by another statement.
        #expect(
            reasons(
                [allow("s3:GetObject", "sqs:SendMessage", on: objects)],
                beyond: [allow("s3:*", on: "*"), allow("sqs:*", on: "*")]) == [])
    }

    @Test func saysWhatExceeds() {
        let found = excess(
            [allow("sns:Publish", on: "*"), allow("s3:GetObject", "s3:PutObject", on: objects, bucket)],
            beyond: [allow("s3:GetObject", "sns:*", on: objects, "*"), allow("s3:PutObject", on: objects)])
        #expect(
            found == [
                PolicyExcess(
                    policy: 0, statement: 1, actions: .only(["s3:PutObject"]), resources: .only([bucket]),
                    reason: .notAllowed)
            ])
    }

    @Test(arguments: [
        ("arn:aws:s3:::reports*", "arn:aws:s3:::reports-private/x", true),
        ("arn:aws:sqs:*:123456789012:a", "arn:aws:sqs:eu-west-1:123456789012:a", true),
        // A wildcard in one part of an ARN is not taken to reach into the next.
        ("arn:aws:sqs:*", "arn:aws:sqs:eu-west-1:123456789012:a", false),
        ("arn:*", "arn:aws:s3:::reports", false), ("*", "arn:aws:s3:::reports", true),
        ("arn:aws:s3:::reports", "*", false), ("arn:aws:s3:::a/b:c*", "arn:aws:s3:::a/b:cd", true),
    ])
    func comparesResources(limit: String, own: String, isWithin: Bool) {
        #expect(reasons([allow("s3:GetObject", on: own)], beyond: [allow("*", on: limit)]).isEmpty == isWithin)
    }

    @Test func heedsWhatIsLeftOut() {
        let most = PolicyStatement(actions: .allBut(["iam:*", "s3:Delete*"]), resources: .only(["*"]))
        #expect(reasons([allow("s3:GetObject", on: objects)], beyond: [most]) == [])
        #expect(reasons([allow("s3:DeleteObject", on: objects)], beyond: [most]) == [.notAllowed])
        #expect(reasons([allow("s3:*", on: objects)], beyond: [most]) == [.notAllowed])
        #expect(reasons([most], beyond: [allow("s3:*", on: "*")]) == [.notAllowed])
        #expect(reasons([most], beyond: [allow("*", on: "*")]) == [])
        let fewer = PolicyStatement(actions: .allBut(["*:Delete*", "iam:*"]), resources: .only(["*"]))
        #expect(reasons([fewer], beyond: [most]) == [])
        #expect(reasons([most], beyond: [fewer]) == [.notAllowed])
        let elsewhere = PolicyStatement(actions: .only(["s3:*"]), resources: .allBut([objects]))
        #expect(reasons([allow("s3:GetObject", on: bucket)], beyond: [elsewhere]) == [])
        #expect(reasons([allow("s3:GetObject", on: "arn:aws:s3:::reports/a")], beyond: [elsewhere]) == [.notAllowed])
    }

    @Test func heedsConditions() {
        let vpcs = PolicyCondition("StringEquals", "aws:SourceVpc", ["vpc-1", "vpc-2"])
        let one = PolicyCondition("StringEquals", "AWS:sourcevpc", ["vpc-1"])
        let other = PolicyCondition("StringEquals", "aws:SourceVpc", ["vpc-3"])
        let limit = [allow("s3:*", on: "*", if: [vpcs])]
        #expect(reasons([allow("s3:Get*", on: bucket)], beyond: limit) == [.conditional])
        #expect(reasons([allow("s3:Get*", on: bucket, if: [vpcs])], beyond: limit) == [])
        #expect(reasons([allow("s3:Get*", on: bucket, if: [one])], beyond: limit) == [])
        #expect(reasons([allow("s3:Get*", on: bucket, if: [other])], beyond: limit) == [.conditional])
        let not = PolicyCondition("StringNotEquals", "aws:SourceVpc", ["vpc-1"])
        let neither = PolicyCondition("StringNotEquals", "aws:SourceVpc", ["vpc-1", "vpc-2"])
        #expect(reasons([allow("s3:*", on: "*", if: [neither])], beyond: [allow("s3:*", on: "*", if: [not])]) == [])
        #expect(
            reasons([allow("s3:*", on: "*", if: [not])], beyond: [allow("s3:*", on: "*", if: [neither])]) == [
                .conditional
            ])
        // A condition of one's own only takes away.
        #expect(reasons([allow("s3:*", on: "*", if: [one])], beyond: [allow("s3:*", on: "*")]) == [])
    }

    @Test func heedsDenials() {
        let limit = [allow("s3:*", on: "*"), deny("s3:DeleteObject", on: "*")]
        #expect(reasons([allow("s3:GetObject", on: objects)], beyond: limit) == [])
        #expect(reasons([allow("s3:*", on: objects)], beyond: limit) == [.denied])
        #expect(reasons([allow("s3:*", on: objects), deny("s3:Delete*", on: "*")], beyond: limit) == [])
        #expect(reasons([allow("s3:*", on: objects), deny("s3:DeleteObject", on: bucket)], beyond: limit) == [.denied])
        let mild = [
            allow("s3:*", on: "*"),
            deny("s3:*", on: "*", if: [PolicyCondition("Bool", "aws:SecureTransport", ["false"])]),
        ]
        // What is denied under a condition may be what is allowed.
        #expect(reasons([allow("s3:GetObject", on: objects)], beyond: mild) == [.denied])
        #expect(reasons([allow("s3:GetObject", on: objects), mild[1]], beyond: mild) == [])
        let elsewhere = [
            allow("s3:*", on: "*"),
            PolicyStatement(effect: .deny, actions: .allBut(["s3:GetObject"]), resources: .only(["*"])),
        ]
        #expect(reasons([allow("s3:GetObject", on: objects)], beyond: elsewhere) == [])
        #expect(reasons([allow("s3:PutObject", on: objects)], beyond: elsewhere) == [.denied])
    }
}
