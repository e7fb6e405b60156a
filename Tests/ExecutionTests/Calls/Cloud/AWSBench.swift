import Execution
import Synchronization

/// An AWS on this machine that remembers what it was asked: it shows that each command line is one, and what it does.
final class AWSBench: ProgramRunner {
    private let moto: MotoServer
    let invocations = Mutex<[Invocation]>([])

    init() throws { moto = try MotoServer() }

    func stop() { moto.stop() }

    func run(_ invocation: Invocation) async -> ProgramAnswer {
        invocations.withLock { $0.append(invocation) }
        var patient = invocation
        patient.patience = 120_000
        return await moto.programs.run(patient)
    }

    /// What the AWS has, or gets, besides calls.
    @discardableResult
    func aws(_ words: String...) async throws -> String { try await moto.aws(words) }
}
