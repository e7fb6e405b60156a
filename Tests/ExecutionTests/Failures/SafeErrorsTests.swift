import Testing

@testable import Execution

struct SafeErrorsTests {
    @Test func leavesOutWhatCouldBeAKey() {
        let line = SafeErrors.line(
            "user \"bob\" sent PtYgjmUhBel31iEl2hpChYgCfrL1spNxnyVmihA+ and AKIARZPUZDIKHKKEN7O4")
        #expect(line == #"user "bob" sent … and …"#)
        #expect(SafeErrors.line("a\nb\u{202E}c") == "a b c")
        #expect(SafeErrors.line("production/deployment-api was not found") == "production/deployment-api was not found")
        #expect(SafeErrors.line(String(repeating: "word ", count: 200)).unicodeScalars.count == 301)
    }

    @Test func namesFieldsWithoutTheirValues() {
        let text = """
            The Deployment "api" is invalid: spec.template.spec.containers[0].env[1].value: Invalid value: "S3cret": must \
            be short, spec.replicas: Required value
            """
        #expect(
            SafeErrors.invalidFields(in: text) == [
                "spec.template.spec.containers[0].env[1].value: Invalid value", "spec.replicas: Required value",
            ])
    }

    @Test func readsBehindWarnings() {
        #expect(
            SafeErrors.first(of: "Warning: old\n\nError from server (Forbidden): no\n")
                == "Error from server (Forbidden): no")
        #expect(SafeErrors.first(of: "") == "")
    }
}
