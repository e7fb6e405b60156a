import StructuredText
import Testing

@testable import Execution

struct ObjectDifferenceTests {
    private func lines(_ before: String, _ after: String) throws -> [String] {
        ObjectDifference.lines(
            from: try #require(StructuredValue.reading(json: before)),
            to: try #require(StructuredValue.reading(json: after)))
    }

    @Test func namesPlacesAndNoValues() throws {
        #expect(
            try lines(
                #"{"kind":"Deployment","spec":{"account":"default","env":[{"name":"A","value":"S3cret"},{"name":"B","value":"x"}]}}"#,
                #"{"kind":"Deployment","spec":{"env":[{"name":"B","value":"S3cret"}],"account":"api"}}"#)
                == [
                    "  /spec/account", #"- "default""#, #"+ "api""#, "  /spec/env", #"- {"name":"A","value":"…"}"#,
                    "  /spec/env/0/value", #"- "…""#, #"+ "…""#,
                ])
    }

    @Test func hidesEntriesAndAnnotations() throws {
        #expect(
            try lines(
                #"{"kind":"Secret","data":{"id":"UzNjcmV0","x":"eA=="}}"#, #"{"kind":"Secret","data":{"x":"eA=="}}"#)
                == ["  /data/id", #"- "…""#])
        #expect(
            try lines("{}", #"{"metadata":{"annotations":{"a":"S3cret","eks.amazonaws.com/role-arn":"arn"}}}"#)
                == ["  /metadata", #"+ {"annotations":{"a":"…","eks.amazonaws.com/role-arn":"arn"}}"#])
        #expect(
            try lines(#"{"kind":"Secret"}"#, #"{"kind":"Secret","data":{"a":"UzNjcmV0"}}"#)
                == ["  /data", #"+ {"a":"…"}"#])
    }

    @Test func saysNothingOfWhatIsTheSame() throws {
        #expect(try lines(#"{"a":[1,{"b":null}]}"#, #"{"a":[1,{}]}"#) == [])
    }
}
