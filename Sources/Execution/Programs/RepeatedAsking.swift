/// Asks programs again when what they ask for had too much to do, or failed in itself.
///
/// Of a change only what the other side says it has not done is tried again: it may have been made although its answer was lost.
struct RepeatedAsking: Sendable {
    /// How many milliseconds are waited before each further try.
    static let waits = [500, 1_500, 4_000, 9_000]

    let programs: any ProgramRunner
    /// What waits; without it nothing is asked twice.
    let clock: (any MigrationClock)?

    /// Runs a program until it has an answer that asking again would not change.
    func answer(to invocation: Invocation, isPassing: (ProgramAnswer) -> Bool) async -> ProgramAnswer {
        var answer = await programs.run(invocation)
        guard let clock else { return answer }
        for wait in Self.waits where !answer.isSuccess && isPassing(answer) {
            do {
                try await clock.sleep(milliseconds: wait)
            } catch {
                return answer
            }
            answer = await programs.run(invocation)
        }
        return answer
    }
}
