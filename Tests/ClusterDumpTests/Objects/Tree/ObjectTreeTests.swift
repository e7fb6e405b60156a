import StructuredText
import Testing

@testable import ClusterDump

struct ObjectTreeTests {
    /// What is left of a document, with keys and texts in the order of the document.
    private func left(of text: String, _ pruning: Pruning = .search, isList: Bool = false) -> String {
        var result = "nothing"
        let document = RawDocument(input: "", syntax: .json, isItem: false, offset: 0, line: 1)
        ObjectTree().read(Array(text.utf8).span, of: document, pruning, isList: isList) { result = Self.describe($0) }
        return result
    }

    private static func describe(_ branch: Branch) -> String {
        if branch.isMapping {
            return "{" + branch.members.map { "\($0.key):\(describe($0))" }.joined(separator: ",") + "}"
        }
        if branch.isSequence { return "[" + branch.elements.map(describe).joined(separator: ",") + "]" }
        return branch.text ?? "null"
    }

    @Test func keepsWhatIsAsked() {
        #expect(left(of: #"{"a":{"b":[1,"x",null,{}]},"c":true}"#) == "{a:{b:[1,x,null,{}]},c:true}")
        #expect(left(of: #""text""#) == "text")
        #expect(left(of: "") == "nothing")
    }

    @Test func prunesWhatNobodyNeeds() {
        #expect(left(of: #"{"metadata":{"managedFields":[{"time":"t"}],"name":"n"}}"#) == "{metadata:{name:n}}")
        #expect(
            left(of: #"{"metadata":{"managedFields":[{"fieldsV1":{"a":{}},"time":"t"}]}}"#, .serviceAccount)
                == "{metadata:{managedFields:[{time:t}]}}")
        #expect(left(of: #"{"status":{"phase":"P","list":[1],"map":{"a":[]}},"z":1}"#) == "{status:{phase:P},z:1}")
        #expect(
            left(of: #"{"data":{"a":"b","spec":{"x":"y"}},"stringData":{"a":"b"}}"#)
                == "{data:{spec:{x:y}},stringData:{}}")
        #expect(left(of: #"{"spec":{"data":{"a":"b"},"status":{"l":[1]}}}"#) == "{spec:{data:{a:b},status:{l:[1]}}}")
        #expect(left(of: #"{"ports":[1],"resources":{"a":1},"affinity":{},"b":1}"#, .workload) == "{b:1}")
        #expect(left(of: #"{"ports":[1],"labels":{"affinity":"x"}}"#) == "{ports:[1],labels:{affinity:x}}")
    }

    @Test func prunesItemsLikeObjects() {
        #expect(
            left(of: #"{"items":[{"data":{"a":"b"},"status":{"x":[]}}],"data":{"a":"b"}}"#, isList: true)
                == "{items:[{data:{},status:{}}],data:{a:b}}")
    }

    @Test func keepsShortAnnotationsOnly() {
        let long = String(repeating: "x", count: 513)
        #expect(
            left(
                of:
                    #"{"annotations":{"a":"b","long":"\#(long)","kubectl.kubernetes.io/last-applied-configuration":"{}"}}"#
            )
                == "{annotations:{a:b}}")
    }

    @Test func keepsWhatCameBeforeAProblem() {
        #expect(left(of: #"{"a":{"b":1,"c":["#) == "{a:{b:1,c:[]}}")
    }

    @Test func cutsOffHostileDepth() {
        let deep = String(repeating: #"{"a":"#, count: 9000) + "1" + String(repeating: "}", count: 9000)
        let rest = left(of: deep)
        #expect(rest.count { $0 == "{" } == ObjectTree.depthLimit)
        #expect(left(of: #"{"x":\#(deep),"y":2}"#).hasSuffix(",y:2}"))
    }

    @Test func takesTheLastOfManyDuplicates() {
        let text = "{" + (0..<2000).map { #""a":\#($0)"# }.joined(separator: ",") + "}"
        let document = RawDocument(input: "", syntax: .json, isItem: false, offset: 0, line: 1)
        ObjectTree().read(Array(text.utf8).span, of: document, .search) { #expect($0["a"]?.number == 1999) }
    }

    @Test func forgetsTheDocumentBefore() {
        let tree = ObjectTree()
        let document = RawDocument(input: "", syntax: .json, isItem: false, offset: 0, line: 1)
        tree.read(Array(#"{"a":[{"status":"#.utf8).span, of: document, .search) { _ in }
        tree.read(Array(#"{"b":1}"#.utf8).span, of: document, .search) { #expect(Self.describe($0) == "{b:1}") }
    }

    @Test(arguments: [("yes", true), ("True", true), ("off", false), ("maybe", nil), ("null", nil), ("1", nil)])
    func readsFlags(_ text: String, _ flag: Bool?) {
        let document = RawDocument(input: "", syntax: .yaml, isItem: false, offset: 0, line: 1)
        ObjectTree().read(Array("a: \(text)\n".utf8).span, of: document, .search) { #expect($0["a"]?.flag == flag) }
    }
}
