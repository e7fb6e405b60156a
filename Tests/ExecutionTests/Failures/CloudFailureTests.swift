import MigrationModel
import Testing

@testable import Execution

struct CloudFailureTests {
    /// What the command lines print, as they are; those of gcloud and az are recorded.
    private static let errors: [(program: String, text: String, kind: AccessProblem.Code, isAbsence: Bool)] = [
        ("aws", "An error occurred (AccessDenied) when calling the GetRole operation", .forbidden, false),
        ("aws", "An error occurred (ExpiredToken) when calling", .unauthenticated, false),
        ("aws", "Unable to locate credentials. You can configure credentials by running", .unauthenticated, false),
        ("aws", "Could not connect to the endpoint URL: \"https://iam\"", .unavailable, false),
        ("aws", "An error occurred (500) when calling", .unavailable, false),
        ("aws", "An error occurred (Throttling) when calling the GetRole operation: Rate exceeded", .throttled, false),
        ("aws", "An error occurred (NoSuchEntity) when calling", .refused, true),
        ("aws", "usage: aws [options]", .refused, false),
        ("gcloud", "ERROR: (gcloud.iam) NOT_FOUND: Unknown service account", .refused, true),
        // A configuration that is not there is no word on the account that was asked for.
        ("gcloud", "ERROR: (gcloud.config) Configuration [x] does not exist.", .refused, false),
        ("gcloud", "ERROR: PERMISSION_DENIED: Permission iam.serviceAccounts.get is required", .forbidden, false),
        ("az", "ERROR: (ResourceNotFound) The Resource was not found", .refused, true),
        ("az", "ERROR: Please run 'az login' to setup account.", .unauthenticated, false),
    ]

    @Test func tellsErrorsApart() throws {
        for (program, text, kind, isAbsence) in Self.errors {
            let failure = try #require(CloudFailure(.fails(text, 254), program))
            #expect(failure.kind == kind && failure.isAbsence == isAbsence, "\(text)")
        }
        #expect(CloudFailure(.prints(""), "aws") == nil)
    }

    @Test func asksAgainWhatMayPass() throws {
        let silent = try #require(CloudFailure(ProgramAnswer(ending: .overdue), "aws"))
        #expect(!silent.passes && silent.mayPassForQuestions)
        let tooLong = try #require(CloudFailure(ProgramAnswer(ending: .overlong), "aws"))
        #expect(!tooLong.passes && !tooLong.mayPassForQuestions)
        let throttled = try #require(CloudFailure(.fails("An error occurred (Throttling) when", 254), "aws"))
        #expect(throttled.passes && throttled.mayPassForQuestions)
    }
}
