import Testing

@testable import Planning

struct ECRPatternTests {
    @Test func pulls() {
        #expect(
            Drafting.lines(ECRPattern(), ["REPOSITORY": "111122223333.dkr.ecr.us-east-1.amazonaws.com/team/app:v1"])
                == [
                    "ECRPull ecr:BatchCheckLayerAvailability ecr:BatchGetImage ecr:GetDownloadUrlForLayer → arn:aws:ecr:us-east-1:111122223333:repository/team/app",
                    "ECRLogin ecr:GetAuthorizationToken → *",
                ])
    }

    @Test func draftsNothingElse() {
        #expect(Drafting.lines(ECRPattern(), ["REPOSITORY": "ghcr.io/team/app"]) == [])
        #expect(Drafting.lines(ECRPattern(), ["REPOSITORY": "app.dkr.ecr.us-east-1.amazonaws.com/app"]) == [])
        #expect(Drafting.lines(ECRPattern(), ["A": "https://ecr.us-east-1.amazonaws.com"]) == [])
    }
}
