import StructuredText
import Testing

@testable import ClusterDump

struct ObjectListenerTests {
    /// The names of the members of the object that was heard; `nil` when it has to be read again.
    private func members(
        of text: String, _ pruning: Pruning = .workload, inherited: RawDocument.InheritedType? = nil
    ) -> [String]? {
        let listener = ObjectListener(ObjectTree())
        return members(of: text, pruning, inherited, with: listener)
    }

    private func members(
        of text: String, _ pruning: Pruning, _ inherited: RawDocument.InheritedType?, with listener: ObjectListener
    ) -> [String]? {
        let document = RawDocument(
            input: "", syntax: .json, isItem: false, offset: 0, line: 1, inherited: inherited)
        listener.begin(inherited)
        document.read(Array(text.utf8), into: listener)
        var members: [String] = []
        let isHeard = listener.withObject(pruning) { root in members = root.members.map(\.key) }
        return isHeard ? members : nil
    }

    @Test func hearsWhatKubectlPrints() {
        let pod = #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"spec":{"ports":[1]}}"#
        #expect(members(of: pod) == ["apiVersion", "kind", "metadata", "spec"])
        #expect(members(of: #"{"kind":"Pod","apiVersion":"v1","spec":{}}"#) == ["kind", "apiVersion", "spec"])
        #expect(members(of: pod, .search) == nil)
    }

    @Test func leavesOutWhatItsReaderLeavesOut() {
        let account = RawDocument.InheritedType(apiVersion: "v1", kind: "ServiceAccount")
        let fields = #""managedFields":[{"time":"t"}],"secrets":[]"#
        #expect(members(of: "{\(fields)}", .serviceAccount, inherited: account) == ["managedFields", "secrets"])
        let job = RawDocument.InheritedType(apiVersion: "batch/v1", kind: "Job")
        #expect(members(of: "{\(fields)}", inherited: job) == ["secrets"])
    }

    @Test(arguments: [
        #"{"apiVersion":"v1","kind":"Secret","data":{"a":"b"}}"#, #"{"apiVersion":"v1","kind":"Event"}"#,
        #"{"apiVersion":"v1","kind":"PodList","items":[]}"#, #"{"apiVersion":"v1","metadata":{},"kind":"Pod"}"#,
        #"{"apiVersion":"apps/v1","data":{"spec":{}},"kind":"ControllerRevision"}"#, #"{"apiVersion":"v1"}"#,
        #"{"spec":[],"apiVersion":"v1","kind":"Pod"}"#, "[]", "1", "",
    ])
    func leavesTheRestToWhoeverReadsIt(_ text: String) {
        #expect(members(of: text) == nil)
    }

    @Test func trustsNoTypeThatIsGivenTwice() {
        #expect(members(of: #"{"apiVersion":"v1","kind":"Pod","kind":"Secret"}"#) == nil)
        #expect(members(of: #"{"apiVersion":"v1","kind":"Pod","kind":"Pod"}"#) == ["apiVersion", "kind", "kind"])
        let typed = RawDocument.InheritedType(apiVersion: "v1", kind: "Pod")
        #expect(members(of: #"{"kind":"Pod","spec":{}}"#, inherited: typed) == ["kind", "spec"])
        #expect(members(of: #"{"kind":"Node","spec":{}}"#, inherited: typed) == nil)
    }

    @Test func keepsNothingOfTheDocumentBefore() {
        let listener = ObjectListener(ObjectTree())
        let broken = #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":["#
        #expect(members(of: broken, .workload, nil, with: listener) == ["apiVersion", "kind", "metadata"])
        #expect(members(of: #"{"apiVersion":"v1","spec":{}}"#, .workload, nil, with: listener) == nil)
        let pod = #"{"apiVersion":"v1","kind":"Pod","spec":{}}"#
        #expect(members(of: pod, .workload, nil, with: listener) == ["apiVersion", "kind", "spec"])
        #expect(!listener.withObject(.workload) { _ in })
    }
}
