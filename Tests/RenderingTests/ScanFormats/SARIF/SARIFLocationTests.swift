import MigrationModel
import Testing

@testable import Rendering

struct SARIFLocationTests {
    @Test(arguments: [
        ("dumps/prod.json", "dumps/prod.json"), ("./a/../b.yaml", "a/../b.yaml"), ("-", "stdin"), ("", "stdin"),
        ("/tmp/a b.json", "file:///tmp/a%20b.json"), ("a:b#c?d%e", "a%3Ab%23c%3Fd%25e"), ("ü\n", "%C3%BC%0A"),
        ("arn:aws:eks:eu-west-1:1:cluster/prod", "arn%3Aaws%3Aeks%3Aeu-west-1%3A1%3Acluster/prod"),
    ])
    func encodesInputs(input: String, uri: String) {
        #expect(SARIFLocation.uri(of: input) == uri)
    }

    /// SARIF 2.1.0, section 3.30.5: a line is positive.
    @Test(arguments: [(-1, 1), (0, 1), (1, 1), (7, 7)])
    func startsAtALine(line: Int, expected: Int) {
        let place = Place(input: "a", line: line, object: nil, path: ValuePath())
        let text = MachineText.line(SARIFLocation(of: place).value)
        #expect(
            text == #"{"physicalLocation":{"artifactLocation":{"uri":"a"},"region":{"startLine":\#(expected)}}}"#)
    }
}
