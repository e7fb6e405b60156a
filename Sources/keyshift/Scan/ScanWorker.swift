import ClusterDump
import Detection
import MigrationModel

/// Screens the documents that one thread is given, and examines those that may hold a key.
final class ScanWorker: DocumentWorker {
    private let screen = ObjectScreen()
    private let examiner = ObjectExaminer()
    /// What was found so far.
    private(set) var findings = Examination()

    func process(_ document: RawDocument, isFragment: Bool, _ bytes: Span<UInt8>) {
        let verdict = screen.screen(
            bytes, syntax: document.syntax, isItem: document.isItem, kind: document.inherited?.kind ?? "")
        guard verdict.mayHoldKey || verdict.isOdd || verdict.problem != nil else { return }
        findings.append(
            examiner.examine(
                bytes,
                from: DocumentSource(
                    input: document.input, syntax: document.syntax, isItem: document.isItem, offset: document.offset,
                    line: document.line, apiVersion: document.inherited?.apiVersion ?? "",
                    kind: document.inherited?.kind ?? "")))
    }
}
