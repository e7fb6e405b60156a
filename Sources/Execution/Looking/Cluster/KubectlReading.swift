public import MigrationModel
public import StructuredText

/// Reads a live cluster through `kubectl`, always in the context that the plan names.
public struct KubectlReading: ClusterReading {
    private let context: String
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
        self.context = context
        asking = RepeatedAsking(programs: programs, clock: clock)
        self.clock = clock
        self.scanning = scanning
    }

    /// Asks for one object.
    public func object(_ reference: ObjectReference) async throws(AccessProblem) -> Observed<StructuredValue?> {
        guard let type = KubectlQuestion.resource(reference.apiVersion, reference.kind), !reference.name.isEmpty,
            !reference.name.contains("/")
        else {
            throw AccessProblem(
                .refused, "\(reference) cannot be the name of an object",
                advice: "Plan again from a scan of the cluster.")
        }
        let question = KubectlQuestion(
            get: ["\(type)/\(reference.name)"], context: context, namespace: reference.namespace)
        let (answer, time) = await ask(question)
        guard answer.isSuccess else {
            let failure = ReadingFailure(answer)
            guard failure.deniesExistence(of: reference.name) else { throw failure.problem("\(reference)") }
            return Observed(nil, source: question.source, time: time)
        }
        let value = ObservedDocument.reading(answer.output)
        guard let value, value["metadata"]?["name"]?.asText == reference.name else { throw Self.torn("\(reference)") }
        return Observed(value, source: question.source, time: time)
    }

    /// Lists a kind.
    public func objects(
        _ kind: ObjectKind, in namespace: String
    ) async throws(AccessProblem) -> Observed<[StructuredValue]> {
        let what = "the objects of kind \(kind.kind) in \(namespace)"
        guard let type = KubectlQuestion.resource(kind.apiVersion, kind.kind) else {
            throw AccessProblem(
                .refused, "There is no kind \(kind.kind)", advice: "Plan again from a scan of the cluster.")
        }
        let question = KubectlQuestion(get: [type], context: context, namespace: namespace)
        let (answer, time) = await ask(question)
        guard answer.isSuccess else { throw ReadingFailure(answer).problem(what) }
        guard case .sequence(let items)? = ObservedDocument.reading(answer.output)?["items"] else {
            throw Self.torn(what)
        }
        return Observed(items, source: question.source, time: time)
    }

    /// Scans what one listing of each namespace shows, custom types of the cluster included.
    public func scan(_ namespaces: Set<String>) async throws(AccessProblem) -> Observed<ScanReport> {
        let dump = try await dump(namespaces)
        let report = scanning(dump.value, context.isEmpty ? "cluster" : context)
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
                throw Self.torn("the objects in \(namespace)")
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
            let question = KubectlQuestion(
                get: [types.joined(separator: ",")], context: context, namespace: namespace)
            let (answer, asked) = await ask(question)
            guard answer.isSuccess else { throw ReadingFailure(answer).problem("the objects in \(namespace)") }
            guard case .sequence? = ObservedDocument.reading(answer.output)?["items"] else {
                throw Self.torn("the objects in \(namespace)")
            }
            // One line for each list: line feeds in JSON stand between its tokens only.
            bytes += answer.output.map { $0 == Self.separator ? UInt8(ascii: " ") : $0 } + [Self.separator]
            source += (source.isEmpty ? "" : "; ") + question.source
            time = time ?? asked
        }
        return Observed(bytes, source: source, time: time ?? clock.now())
    }

    private func customTypes() async throws(AccessProblem) -> [String] {
        let (answer, _) = await ask(KubectlQuestion(typesIn: context))
        if !answer.isSuccess {
            let lost = Self.lostGroups(in: answer.errors)
            guard !lost.isEmpty, !lost.contains(where: ListedTypes.matters), case .exited = answer.ending else {
                throw ReadingFailure(answer).problem("the list of custom types")
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

    private func ask(_ question: KubectlQuestion) async -> (answer: ProgramAnswer, time: Timestamp) {
        // What changes while kubectl reads is not in the answer: it holds as of the question.
        let time = clock.now()
        let answer = await asking.answer(to: question.invocation()) { ReadingFailure($0).isPassing }
        return (answer, time)
    }

    private static func torn(_ what: String) -> AccessProblem {
        AccessProblem(
            .unavailable, "\(what) could not be read: the answer of kubectl is not whole", advice: "Look again.")
    }
}
