import MigrationModel
import StructuredText

/// The clouds, through their command lines as the user has them set up.
struct CloudAccess: Sendable {
    let programs: any ProgramRunner
    let clock: any MigrationClock
    private let asking: RepeatedAsking
    private let accounts = AccountMemory()

    init(_ programs: any ProgramRunner, _ clock: any MigrationClock) {
        self.programs = programs
        self.clock = clock
        asking = RepeatedAsking(programs: programs, clock: clock)
    }

    /// Runs a command to its end; one that was asked too much or is not well is asked again, each time later.
    ///
    /// - Returns: what it printed; it may hold anything.
    func run(_ words: [String], patience: Int = 120_000) async throws(CloudFailure) -> [UInt8] {
        let program = words.first ?? ""
        let invocation = Invocation(program, Array(words.dropFirst()), patience: patience)
        let answer = await asking.answer(to: invocation) { CloudFailure($0, program)?.passes == true }
        if let failure = CloudFailure(answer, program) { throw failure }
        return answer.output
    }

    /// What a command prints as text; `nil` for nothing.
    ///
    /// Every line of these programs has an end; one that has none was cut off.
    func text(_ words: [String], absentCodes: [String]) async throws(CloudFailure) -> String? {
        let output: [UInt8]
        do throws(CloudFailure) {
            output = try await run(words)
        } catch {
            if !error.code.isEmpty, absentCodes.contains(error.code) { return nil }
            throw error
        }
        // A jsonpath of kubectl is printed as it is.
        let isWhole = words.first == "kubectl" || output.isEmpty || output.last == UInt8(ascii: "\n")
        guard isWhole, let text = String(validating: output, as: UTF8.self) else {
            throw CloudFailure(unreadable: words.first ?? "")
        }
        let trimmed = Self.trimmed(text)
        return trimmed.isEmpty || trimmed == "None" || trimmed == "null" ? nil : trimmed
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// Sees that the credentials are of the account that the plan is for; asked once for each profile.
    ///
    /// - Throws: `wrongAccount` when they are of another one.
    func check(_ account: String, for words: [String]) async throws(AccessProblem) {
        guard words.first == "aws", !account.isEmpty else { return }
        var options: [String] = []
        for option in ["--region", "--profile"] {
            if let index = words.firstIndex(of: option), index + 1 < words.count {
                options += [option, words[index + 1]]
            }
        }
        let ask = ["aws", "sts", "get-caller-identity", "--query", "Account", "--output", "text"] + options
        let found = try await accounts.account(of: options) { () throws(AccessProblem) in
            do throws(CloudFailure) {
                guard let answer = try await text(ask, absentCodes: []) else { throw CloudFailure(unreadable: "aws") }
                return answer
            } catch {
                throw error.problem("It could not be told whose credentials aws uses")
            }
        }
        guard found == account else {
            throw AccessProblem(
                .wrongAccount,
                "The credentials of aws are of the account \(SafeErrors.line(found)), and the plan is for \(account).",
                advice: "Use credentials of \(account), by a profile in the plan or AWS_PROFILE.")
        }
    }
}
