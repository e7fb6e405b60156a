import Subprocess

/// Keeps one run of `serve.py` alive through its standard input, which the kernel closes when this process ends.
actor Supervision {
    private let script: String
    private let assets: String
    private var task: Task<Void, any Error>?
    private var release: AsyncStream<Void>.Continuation?

    init(script: String, assets: String) {
        self.script = script
        self.assets = assets
    }

    /// Starts the server and waits until it answers.
    func kubeconfig() async throws -> String {
        let (ready, announce) = AsyncThrowingStream<String, any Error>.makeStream()
        let (held, release) = AsyncStream<Void>.makeStream()
        self.release = release
        let (script, assets) = (script, assets)
        task = Task {
            do {
                try await Self.supervise(script, assets, held: held) { announce.yield($0) }
                announce.finish(throwing: HarnessError("serve.py ended before the server answered"))
            } catch {
                announce.finish(throwing: error)
            }
        }
        for try await path in ready { return path }
        throw HarnessError("serve.py said nothing")
    }

    /// Lets go of the server and waits until it is gone.
    func end() async {
        release?.finish()
        _ = await task?.result
    }

    private static func supervise(
        _ script: String, _ assets: String, held: AsyncStream<Void>, announce: @escaping @Sendable (String) -> Void
    ) async throws {
        _ = try await run(
            .name("python3"), arguments: [script, assets], input: .inputWriter, output: .sequence,
            error: .currentStandardError
        ) { execution in
            for try await line in execution.standardOutput.strings() where line.hasPrefix("KUBECONFIG=") {
                announce(String(line.dropFirst("KUBECONFIG=".count)).trimmingSuffix())
                // Standard input stays open until somebody stops the server.
                for await _ in held {}
                try await execution.standardInputWriter.finish()
            }
        }
    }
}

extension String {
    fileprivate func trimmingSuffix() -> String {
        String(self.prefix { !$0.isNewline })
    }
}
