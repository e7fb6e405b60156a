import Execution
import Foundation
import Glibc
import Simulation
import Synchronization

/// One command line on its way to the world.
struct DoorCall: Sendable {
    /// Which one of the present run it is, from 1.
    var number: Int
    /// What the program was asked.
    var invocation: Invocation
    /// The process that asks.
    var client: pid_t
}

/// What happens to a call on its way: it is handed on to the world, or not, and answered.
typealias Interference = @Sendable (_ call: DoorCall, _ world: () -> ProgramAnswer) -> ProgramAnswer

/// A simulated world behind real processes: what `kubectl` and `aws` of a ``SimulatedBench`` are asked is answered here.
///
/// The world is simulated because a thousand kills on a real API server take nine hours, of which eight are Pods that start. All
/// that is to survive them is real: the program, its ledger, the processes that it starts, and the signals that end them.
final class WorldDoor: Sendable {
    /// The socket, which clients find in `KEYSHIFT_WORLD`.
    let path: String
    private let listener: CInt
    private let state: Mutex<State>

    private struct State {
        var world: SimulatedWorld
        var calls = 0
        var underway = 0
        var changes: [String] = []
        var interference: Interference?
    }

    /// Opens it.
    init(_ world: SimulatedWorld, at path: String) throws {
        self.path = path
        state = Mutex(State(world: world))
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard path.utf8.count < room else { throw POSIXError(.ENAMETOOLONG) }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
        guard bound == 0, listen(listener, 64) == 0 else { throw POSIXError(.EADDRINUSE) }
        Thread.detachNewThread { [self] in accept() }
    }

    /// Closes it; calls that are under way are answered still.
    func close() { shutdown(listener, Int32(SHUT_RDWR)) }

    /// The world as it is, or another one from now on.
    var world: SimulatedWorld {
        get { state.withLock { $0.world } }
        set { state.withLock { $0.world = newValue } }
    }

    /// A run begins: its calls are counted from 1, and this happens to them.
    func begin(_ interference: Interference? = nil) {
        state.withLock { ($0.calls, $0.interference) = (0, interference) }
    }

    /// How many calls the present run has made.
    var calls: Int { state.withLock { $0.calls } }

    /// Whether somebody is being answered still, as programs are that outlive whoever started them.
    var isBusy: Bool { state.withLock { $0.underway > 0 } }

    /// Every command that may have changed the world and ended well, since this was last asked.
    ///
    /// One that outlived keyshift may be there twice: the next run found nothing done yet, and both came to the same.
    func takeChanges() -> [String] {
        state.withLock { state in
            defer { state.changes = [] }
            return state.changes
        }
    }

    // MARK: Calls

    private func accept() {
        while true {
            let connection = Glibc.accept(listener, nil, nil)
            if connection < 0, errno == EINTR { continue }
            guard connection >= 0 else { break }
            _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
            Thread.detachNewThread { [self] in
                serve(DoorConnection(connection))
                Glibc.close(connection)
            }
        }
        Glibc.close(listener)
    }

    private func serve(_ connection: DoorConnection) {
        guard let (client, invocation) = connection.request() else { return }
        let (number, interference) = state.withLock { state in
            state.calls += 1
            state.underway += 1
            return (state.calls, state.interference)
        }
        defer { state.withLock { $0.underway -= 1 } }
        let call = DoorCall(number: number, invocation: invocation, client: client)
        let answer = interference?(call) { self.answer(invocation) } ?? self.answer(invocation)
        connection.send(answer)
    }

    private func answer(_ invocation: Invocation) -> ProgramAnswer {
        state.withLock { state in
            let answer = state.world.answer(to: invocation)
            if answer.isSuccess, Self.isChange(invocation) {
                state.changes.append(invocation.words.joined(separator: " ") + Self.mark(invocation))
            }
            return answer
        }
    }

    /// Several objects are made by the same words, and told apart by what is handed over.
    private static func mark(_ invocation: Invocation) -> String {
        invocation.input.map { " <\($0.count)" } ?? ""
    }

    private static func isChange(_ invocation: Invocation) -> Bool {
        let words = invocation.words
        if words.first == "aws" {
            let verb = words.dropFirst(2).first ?? ""
            return !["get-", "list-", "describe-", "simulate-"].contains { verb.hasPrefix($0) }
        }
        let verbs: Set<String> = ["create", "patch", "replace", "delete", "annotate", "label", "apply"]
        return verbs.contains(words.dropFirst().first ?? "") && !words.contains("--dry-run=server")
    }
}
