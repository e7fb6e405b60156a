import MigrationModel
import StructuredText

/// Asks one cloud through its command line; one type per cloud.
///
/// Nothing is changed by it.
protocol CloudReading: Sendable {
    /// The program.
    static var program: String { get }
    /// What every command ends with: the format, the profile.
    var options: [String] { get }
    /// Runs the program, again where that may help.
    var asking: RepeatedAsking { get }
    /// As of when answers hold.
    var now: Timestamp { get }
}

extension CloudReading {
    /// Asks for something.
    ///
    /// - Parameters:
    ///   - words: the command behind the name of the program, without format and profile.
    ///   - what: what is asked for, as the subject of a sentence: `The role shop-api`.
    /// - Returns: the answer; `nil` in it when the cloud says that there is no such thing.
    /// - Throws: ``AccessProblem`` when nobody could say.
    func ask(_ words: [String], _ what: String) async throws(AccessProblem) -> Observed<StructuredValue?> {
        let arguments = words + options
        let source = ([Self.program] + arguments).joined(separator: " ")
        let answer = await asking.answer(to: Invocation(Self.program, arguments)) {
            CloudFailure($0, Self.program)?.mayPassForQuestions == true
        }
        if let failure = CloudFailure(answer, Self.program) {
            guard failure.isAbsence else { throw failure.problem("\(what) could not be looked up") }
            return Observed(nil, source: source, time: now)
        }
        guard let value = ObservedDocument.reading(answer.output) else {
            throw CloudFailure(unreadable: Self.program).problem("\(what) could not be looked up")
        }
        return Observed(value, source: source, time: now)
    }

    /// Asks for something that has to be there.
    func require(_ words: [String], _ what: String) async throws(AccessProblem) -> Observed<StructuredValue> {
        let answer = try await ask(words, what)
        guard let value = answer.value else {
            throw AccessProblem(.unavailable, "\(what) is not there any more", advice: "Look again.")
        }
        return Observed(value, source: answer.source, time: answer.time)
    }
}
