import MigrationModel
import StructuredText

/// One cluster, through `kubectl` as the user has it set up.
///
/// What is sent goes through standard input, so that no argument holds it; what comes back stays in memory.
struct KubernetesAccess: Sendable {
    let programs: any ProgramRunner
    let clock: any MigrationClock
    /// How the plan names the cluster.
    let cluster: String
    let words: KubectlWords
    private let asking: RepeatedAsking

    init(_ programs: any ProgramRunner, _ clock: any MigrationClock, _ cluster: PlannedCluster) {
        self.programs = programs
        self.clock = clock
        self.cluster = cluster.name
        words = KubectlWords(context: cluster.context)
        asking = RepeatedAsking(programs: programs, clock: clock)
    }

    // MARK: Looking

    /// An object as the API server has it; `nil` when there is none.
    func object(_ reference: ObjectReference) async throws(AccessProblem) -> StructuredValue? {
        let answer = try await bytes(of: reference)
        guard !answer.isEmpty else { return nil }
        return try read(answer, "\(reference) could not be read")
    }

    /// The same as the bytes that kubectl prints; empty when there is none.
    func bytes(of reference: ObjectReference) async throws(AccessProblem) -> [UInt8] {
        try await run(
            words.of(reference, "get", "-o", "json", "--ignore-not-found"), "\(reference) could not be read")
    }

    /// All objects of a kind in a namespace.
    func list(_ resource: String, in namespace: String?) async throws(AccessProblem) -> [StructuredValue] {
        let what = "The objects \(resource) could not be listed"
        let answer = try await run(words.words(["get", resource], in: namespace, "-o", "json"), what)
        return try read(answer, what)["items"]?.elements ?? []
    }

    /// What the API server says at a path.
    func raw(_ path: String) async throws(AccessProblem) -> StructuredValue {
        let what = "The API server could not be asked for \(path)"
        return try read(try await run(words.words(["get", "--raw", path], in: nil), what), what)
    }

    // MARK: Changing

    /// Runs a command that changes something, as it is.
    ///
    /// - Returns: nothing that was printed: it may be anything.
    func change(_ words: [String], input: [UInt8]? = nil, patience: Int = 120_000) async throws(KubectlFailure) {
        _ = try await attempt(words, input: input, patience: patience)
    }

    /// Runs a command, and says what went wrong as a problem.
    func change(
        _ words: [String], input: [UInt8]? = nil, patience: Int = 120_000, _ what: String
    ) async throws(AccessProblem) {
        do throws(KubectlFailure) {
            try await change(words, input: input, patience: patience)
        } catch {
            throw error.problem(what, cluster)
        }
    }

    /// Whether the API server would take it.
    func `try`(_ words: [String], input: [UInt8]? = nil) async throws(KubectlFailure) {
        try await change(words + ["--dry-run=server"], input: input)
    }

    // MARK: Running

    private func run(_ words: [String], _ what: String) async throws(AccessProblem) -> [UInt8] {
        do throws(KubectlFailure) {
            return try await attempt(words, input: nil, patience: 60_000)
        } catch {
            throw error.problem(what, cluster)
        }
    }

    /// Runs a command; what passes by itself is waited for.
    private func attempt(
        _ words: [String], input: [UInt8]?, patience: Int
    ) async throws(KubectlFailure) -> [UInt8] {
        let invocation = Invocation(words.first ?? "", Array(words.dropFirst()), input: input, patience: patience)
        let answer = await asking.answer(to: invocation) { KubectlFailure($0)?.passes == true }
        if let failure = KubectlFailure(answer) { throw failure }
        return answer.output
    }

    private func read(_ answer: [UInt8], _ what: String) throws(AccessProblem) -> StructuredValue {
        guard let value = StructuredValue.reading(json: answer), case .mapping = value else {
            throw KubectlFailure(unreadable: ()).problem(what, cluster)
        }
        return value
    }

    /// Waits, and says so when it was interrupted.
    func pause(_ milliseconds: Int, for what: String) async throws(AccessProblem) {
        do {
            try await clock.sleep(milliseconds: milliseconds)
        } catch {
            throw AccessProblem(
                .unavailable, "\(what) was not waited for any longer: the run was interrupted.",
                advice: "Run this again: what was done is found out.")
        }
    }
}
