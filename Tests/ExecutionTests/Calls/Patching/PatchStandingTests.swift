import StructuredText
import Testing

@testable import Execution

struct PatchStandingTests {
    private let forward = """
        [{"op":"test","path":"/env/1/name","value":"KEY"},{"op":"remove","path":"/env/1"},
        {"op":"add","path":"/account","value":"api"}]
        """
    private let backward = """
        [{"op":"test","path":"/account","value":"api"},{"op":"remove","path":"/account"},
        {"op":"test","path":"/env/0/name","value":"A"},{"op":"add","path":"/env/1","value":{"name":"KEY"}}]
        """

    private func standing(_ object: String, _ operations: String? = nil, reverse: String? = nil) throws -> String {
        let value = try #require(StructuredValue.reading(json: object))
        let operations = try #require(PatchOperation.reading(operations ?? forward))
        let reverse = try #require(PatchOperation.reading(reverse ?? backward))
        switch PatchStanding(value, operations, reverse: reverse) {
        case .ready(_, let result): return JSONWriter.text(for: result, pretty: false)
        case .done: return "done"
        case .drifted(let mismatch): return "drifted at \(mismatch.operation.path)"
        }
    }

    @Test func tellsPlannedPatchedAndDriftedApart() throws {
        #expect(
            try standing(#"{"env":[{"name":"A"},{"name":"KEY"},{"name":"B"}]}"#)
                == #"{"env":[{"name":"A"},{"name":"B"}],"account":"api"}"#)
        #expect(try standing(#"{"env":[{"name":"A"},{"name":"B"}],"account":"api"}"#) == "done")
        #expect(try standing(#"{"env":[{"name":"A"},{"name":"B"}],"account":"other"}"#) == "drifted at /env/1/name")
        #expect(try standing(#"{"env":[{"name":"B"}],"account":"api"}"#) == "drifted at /env/1/name")
    }

    /// The way back would fit as well, but what is to go is there, at another place.
    @Test func seesWhatStandsElsewhere() throws {
        let object = #"{"env":[{"name":"A"},{"name":"B"},{"name":"KEY"}],"account":"api"}"#
        #expect(try standing(object) == "drifted at /env/1/name")
    }

    @Test func madeIsWhatChangesNothing() throws {
        let add = #"[{"op":"add","path":"/strategy","value":{"type":"OnDelete"}}]"#
        #expect(try standing(#"{"strategy":{"type":"OnDelete"}}"#, add, reverse: "[]") == "done")
        #expect(try standing("{}", add, reverse: "[]") == #"{"strategy":{"type":"OnDelete"}}"#)
    }

    /// The way back of a release expects nothing, so the way there and back is gone.
    @Test func goesBackAndThereAgain() throws {
        let release = """
            [{"op":"test","path":"/strategy/type","value":"OnDelete"},
            {"op":"add","path":"/strategy","value":{"type":"RollingUpdate"}}]
            """
        let hold = #"[{"op":"add","path":"/strategy","value":{"type":"OnDelete"}}]"#
        #expect(try standing(#"{"strategy":{"type":"RollingUpdate","max":1}}"#, release, reverse: hold) == "done")
        #expect(try standing(#"{"strategy":{"type":"Other"}}"#, release, reverse: hold) == "drifted at /strategy/type")
    }

    /// On the way there and back a list loses its last entry, and with it is gone.
    @Test func knowsThatEmptyListsAreNotKept() throws {
        let take =
            #"[{"op":"test","path":"/l/0/a","value":1},{"op":"remove","path":"/l/0"},{"op":"add","path":"/b","value":2}]"#
        let give =
            #"[{"op":"test","path":"/b","value":2},{"op":"add","path":"/b","value":null},{"op":"test","path":"/l","value":null},{"op":"add","path":"/l","value":[{"a":1}]}]"#
        #expect(try standing(#"{"l":[{"a":1}]}"#, give, reverse: take) == "done")
        #expect(try standing(#"{"b":2}"#, take, reverse: give) == "done")
        #expect(try standing(#"{"b":2,"l":[{"a":1}]}"#, give, reverse: take) == "drifted at /l")
    }

    @Test func makesTheMapThatAnAnnotationNeeds() throws {
        let annotate = #"[{"op":"add","path":"/metadata/annotations/a~1b","value":"c"}]"#
        #expect(
            try standing(#"{"metadata":{}}"#, annotate, reverse: "[]") == #"{"metadata":{"annotations":{"a/b":"c"}}}"#)
    }
}
