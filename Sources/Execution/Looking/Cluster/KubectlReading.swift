public import MigrationModel
public import StructuredText

/// Reads a live cluster through `kubectl`, always in the context that the plan names.
public struct KubectlReading: ClusterReading {
    private let words: KubectlWords
    private let asking: RepeatedAsking
    private let clock: any MigrationClock
    private let scanning: @Sendable ([UInt8], String) -> ScanReport

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - context: the context of kubectl; empty for the current one.
    ///   - programs: runs kubectl.
    ///   - clock: tells as of when an answer holds, and waits before a question is asked again.
    ///   - scanning: finds keys and who receives them in a dump, given with a name for it.
    public init(
        context: String, programs: any ProgramRunner, clock: any MigrationClock,
        scanning: @escaping @Sendable ([UInt8], String) -> ScanReport
    ) {
        words = KubectlWords(context: context)
        asking = RepeatedAsking(programs: programs, clock: clock)
        self.clock = clock
        self.scanning = scanning
    }

    /// Asks for one object.
    public func object(_ reference: ObjectReference) async throws(AccessProblem) -> Observed<StructuredValue?> {
        guard KubectlWords.isType(KubectlWords.resource(reference.kind, reference.apiVersion)),
            !reference.name.isEmpty, !reference.name.contains("/")
        else {
            throw AccessProblem(
                .refused, "\(reference) cannot be the name of an object",
                advice: "Plan again from a scan of the cluster.")
        }
        let answer = await ask(words.of(reference, "get", "-o", "json"))
        if let failure = KubectlFailure(answer.value) {
            guard failure.reason == .server("NotFound") else { throw problem(failure, "\(reference)") }
            return answer.map { _ in nil }
        }
        let value = ObservedDocument.reading(answer.value.output)
        guard let value, value["metadata"]?["name"]?.asText == reference.name else { throw torn("\(reference)") }
        return answer.map { _ in value }
    }

    /// Lists a kind.
    public func objects(
        _ kind: ObjectKind, in namespace: String
    ) async throws(AccessProblem) -> Observed<[StructuredValue]> {
        let what = "the objects of kind \(kind.kind) in \(namespace)"
        let type = KubectlWords.resource(kind.kind, kind.apiVersion)
        guard KubectlWords.isType(type) else {
            throw AccessProblem(
                .refused, "There is no kind \(kind.kind)", advice: "Plan again from a scan of the cluster.")
        }
        let answer = try await list(type, in: namespace, what)
        guard case .sequence(let items)? = ObservedDocument.reading(answer.value)?["items"] else { throw torn(what) }
        return answer.map { _ in items }
    }

    /// Scans what one listing of each namespace shows, custom types of the cluster included.
    public func scan(_ namespaces: Set<String>) async throws(AccessProblem) -> Observed<ScanReport> {
        let dump = try await dump(namespaces)
        let report = scanning(dump.value, words.context.isEmpty ? "cluster" : words.context)
        guard !report.isPartial else {
            throw AccessProblem(
                .unavailable, "A part of \(namespaces.sorted().joined(separator: ", ")) could not be scanned",
                advice: "Run keyshift scan on these namespaces to see which.")
        }
        return Observed(report, source: dump.source, time: dump.time)
    }

    /// Lists what may refer to the objects.
    public func references(
        to carriers: Set<ObjectReference>, in namespace: String
    ) async throws(AccessProblem) -> Observed<[CarrierReference]> {
        let dump = try await dump([namespace])
        var found: [CarrierReference] = []
        // Several lists stand one behind the other.
        for document in dump.value.split(separator: Self.separator) {
            guard case .sequence(let items)? = ObservedDocument.reading(Array(document))?["items"] else {
                throw torn("the objects in \(namespace)")
            }
            found += items.flatMap { CarrierReferences.references(in: $0, to: carriers) }
        }
        return Observed(found, source: dump.source, time: dump.time)
    }

    /// A byte that JSON text cannot have as it is, and JSON readers take for the end of a line.
    private static let separator = UInt8(ascii: "\n")

    private func dump(_ namespaces: Set<String>) async throws(AccessProblem) -> Observed<[UInt8]> {
        let types = ListedTypes.builtIn + (try await customTypes())
        var (bytes, source, time): ([UInt8], String, Timestamp?) = ([], "", nil)
        for namespace in namespaces.sorted() {
            let what = "the objects in \(namespace)"
            let answer = try await list(types.joined(separator: ","), in: namespace, what)
            guard case .sequence? = ObservedDocument.reading(answer.value)?["items"] else { throw torn(what) }
            // One line for each list: line feeds in JSON stand between its tokens only.
            bytes += answer.value.map { $0 == Self.separator ? UInt8(ascii: " ") : $0 } + [Self.separator]
            source += (source.isEmpty ? "" : "; ") + answer.source
            time = time ?? answer.time
        }
        return Observed(bytes, source: source, time: time ?? clock.now())
    }

    private func list(
        _ types: String, in namespace: String, _ what: String
    ) async throws(AccessProblem) -> Observed<[UInt8]> {
        let answer = await ask(words.words(["get", types], in: namespace, "-o", "json"))
        if let failure = KubectlFailure(answer.value) { throw problem(failure, what) }
        return answer.map(\.output)
    }

    private func customTypes() async throws(AccessProblem) -> [String] {
        let answer = await ask(words.words(["api-resources"], in: nil, "--verbs=list", "--namespaced", "-o", "name"))
            .value
        if let failure = KubectlFailure(answer) {
            let lost = Self.lostGroups(in: answer.errors)
            guard !lost.isEmpty, !lost.contains(where: ListedTypes.matters), case .exited = answer.ending else {
                throw problem(failure, "the list of custom types")
            }
        }
        let text = String(decoding: answer.output, as: UTF8.self)
        return ListedTypes.custom(among: text.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    /// The groups in `unable to retrieve the complete list of server APIs: metrics.k8s.io/v1beta1: the server is …`.
    private static func lostGroups(in errors: String) -> [String] {
        guard
            let line = errors.split(whereSeparator: \.isNewline).last(where: {
                $0.contains("complete list of server APIs")
            })
        else { return [] }
        return line.split(separator: " ").compactMap { word in
            guard word.hasSuffix(":"), let slash = word.firstIndex(of: "/") else { return nil }
            return String(word[..<slash])
        }
    }

    private func ask(_ words: [String]) async -> Observed<ProgramAnswer> {
        // What changes while kubectl reads is not in the answer: it holds as of the question.
        let time = clock.now()
        let invocation = Invocation("kubectl", Array(words.dropFirst()))
        let answer = await asking.answer(to: invocation) { KubectlFailure($0)?.mayPassForQuestions == true }
        return Observed(answer, source: words.joined(separator: " "), time: time)
    }

    private func problem(_ failure: KubectlFailure, _ what: String) -> AccessProblem {
        failure.problem("\(what) could not be read", words.context)
    }

    private func torn(_ what: String) -> AccessProblem { problem(KubectlFailure(unreadable: ()), what) }
}
