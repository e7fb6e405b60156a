import Testing

@testable import Planning

struct AssumeRolePatternTests {
    @Test func takesRoles() {
        #expect(
            Drafting.lines(AssumeRolePattern(), ["TARGET_ROLE_ARN": "arn:aws:iam::111122223333:role/x"]) == [
                "AssumeRole sts:AssumeRole sts:TagSession → arn:aws:iam::111122223333:role/x"
            ])
    }

    @Test func draftsNothingElse() {
        #expect(Drafting.lines(AssumeRolePattern(), ["AWS_ROLE_ARN": "arn:aws:iam::111122223333:role/x"]) == [])
        #expect(Drafting.lines(AssumeRolePattern(), ["POLICY": "arn:aws:iam::111122223333:policy/x"]) == [])
    }
}
