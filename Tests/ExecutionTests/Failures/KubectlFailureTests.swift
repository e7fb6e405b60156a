import MigrationModel
import Testing

@testable import Execution

struct KubectlFailureTests {
    @Test func tellsErrorsApart() throws {
        let errors: [(text: String, reason: KubectlFailure.Reason)] = [
            ("Error from server (NotFound): secrets \"aws\" not found", .server("NotFound")),
            // The type is not there: whether the object is, nobody has said.
            ("Error from server (NotFound): the server could not find the requested resource", .unknownType),
            ("error: the server doesn't have a resource type \"rollouts\"", .unknownType),
            ("Warning: old\nError from server (Forbidden): secrets is forbidden", .server("Forbidden")),
            ("Error from server: etcdserver: leader changed", .server("InternalError")),
            ("error: You must be logged in to the server (Unauthorized)", .unauthenticated),
            ("Error from server (Unauthorized): x", .unauthenticated),
            ("error: context \"prod-eu\" does not exist", .unknownContext),
            ("Error in configuration: context was not found for specified context: x", .unknownContext),
            ("The Deployment \"api\" is invalid: spec: Invalid value", .server("Invalid")),
            ("The connection to the server 127.0.0.1:1 was refused - did you specify the right host?", .unreachable),
            ("Unable to connect to the server: dial tcp: lookup x: no such host", .unreachable),
            ("error: unknown flag", .other),
        ]
        for (text, reason) in errors { #expect(KubectlFailure(.fails(text))?.reason == reason, "\(text)") }
        #expect(KubectlFailure(.prints("")) == nil)
    }

    @Test func repeatsChangesOnlyThatWereNotMade() {
        let lost = KubectlFailure(.fails("Unable to connect to the server: EOF"))
        #expect(lost?.passes == false && lost?.mayPassForQuestions == true)
        let busy = KubectlFailure(.fails("Error from server (TooManyRequests): later"))
        #expect(busy?.passes == true)
    }
}
