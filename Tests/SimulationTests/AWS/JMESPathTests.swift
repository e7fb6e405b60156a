import StructuredText
import Testing

@testable import Simulation

/// Expressions with the results of the reference implementation.
struct JMESPathTests {
    private static let keys =
        StructuredValue.reading(
            json: """
                {"Keys":[{"Id":"a","Status":"Active"},{"Id":"b","Status":"Inactive"}],"Names":["x","y"],"Empty":[],\
                "Document":{"Statement":[{"Principal":"arn:p"}]}}
                """) ?? .null

    @Test(arguments: [
        ("Keys[0].Id", #""a""#), ("Keys[-1].Id", #""b""#), ("Keys[9].Id", "null"), ("Keys[].Id", #"["a","b"]"#),
        ("Keys[?Id=='b'].Status", #"["Inactive"]"#), ("Keys[?Id=='a' && Status=='Active'].Id", #"["a"]"#),
        ("Keys[?Id=='a' && Status=='Inactive'].Id", "[]"), ("Keys[?Id=='b'].Id | [0]", #""b""#),
        ("Keys[].[Id]", #"[["a"],["b"]]"#), ("Names[].[@]", #"[["x"],["y"]]"#), ("contains(Names, 'y')", "true"),
        ("contains(Names, 'z')", "false"), ("Empty[?Id=='a'].Id", "[]"), ("Nothing.Id", "null"),
        ("Nothing[?Id=='a'].Id", "[]"),
        ("Keys[?contains(to_string(@), 'Inactive')].Id", #"["b"]"#),
        ("length(Names)", "2"), ("Document.Statement[0].Principal", #""arn:p""#),
    ]) func selects(_ expression: String, _ expected: String) throws {
        let value = try JMESPath.select(expression, in: Self.keys)
        #expect(JSONWriter.text(for: value, pretty: false) == expected)
    }

    @Test func refusesWhatItDoesNotKnow() {
        #expect(throws: AWSFailure.self) { try JMESPath.select("sort_by(Keys, &Id)", in: Self.keys) }
    }
}
