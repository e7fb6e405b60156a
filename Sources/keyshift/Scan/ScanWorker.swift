import ClusterDump
import Detection
import MigrationModel

/// Screens the documents that one thread is given, examines those that may hold a key, and gathers what tracing needs.
final class ScanWorker: DocumentWorker {
    /// What one worker brings home.
    struct Yield: Sendable {
        /// Keys, and what is wrong with documents.
        var findings: Examination
        /// Who may receive them.
        var objects: CollectedObjects
    }

    private let screen: ObjectScreen
    private let examiner = ObjectExaminer()
    private let contents = CarrierContentsReader()
    private var collector: ObjectCollector
    private var findings = Examination()

    /// Creates an idle worker.
    ///
    /// - Parameter gathersHints: whether it looks for names of resources in ConfigMaps.
    init(gathersHints: Bool = false) {
        collector = ObjectCollector(gathersHints: gathersHints)
        screen = ObjectScreen(heardBy: collector.listener)
    }

    /// Everything that was found; the worker is empty after it.
    func finish() -> Yield {
        defer { findings = Examination() }
        return Yield(findings: findings, objects: collector.finish())
    }

    func process(_ document: RawDocument, isFragment: Bool, _ bytes: Span<UInt8>) {
        if !isFragment { collector.expect(document) }
        let verdict = screen.screen(
            bytes, syntax: document.syntax, isItem: document.isItem,
            apiVersion: document.inherited?.apiVersion ?? "", kind: document.inherited?.kind ?? "")
        let hasKey = verdict.isWorthExamining && examine(bytes, document)
        guard !isFragment else { return }
        collector.collect(bytes, of: document, header: verdict.header)
        let mayBeCarrier = CarrierKind(rawValue: verdict.header.reference.kind) != nil || verdict.header.isList
        guard verdict.speaksOfClouds || hasKey && mayBeCarrier else { return }
        collector.add(
            contents.contents(of: bytes, from: DocumentSource(document), header: verdict.header), of: document,
            header: verdict.header)
    }

    /// Examines a document; returns whether it holds a key.
    private func examine(_ bytes: Span<UInt8>, _ document: RawDocument) -> Bool {
        let examination = examiner.examine(bytes, from: DocumentSource(document))
        findings.append(examination)
        return !examination.sightings.isEmpty
    }
}

extension ObjectScreen.Verdict {
    /// Whether the document may hold a key, or something is wrong with it that is to be reported.
    fileprivate var isWorthExamining: Bool { mayHoldKey || isOdd || problem != nil }
}

extension DocumentSource {
    /// Says of a document what examining it needs to know.
    init(_ document: RawDocument) {
        self.init(
            input: document.input, syntax: document.syntax, isItem: document.isItem, offset: document.offset,
            line: document.line, apiVersion: document.inherited?.apiVersion ?? "",
            kind: document.inherited?.kind ?? "")
    }
}
