public import Execution
import MigrationModel
public import StructuredText
import Synchronization

/// A Kubernetes cluster and an AWS account in memory, behind command lines of `kubectl` and `aws`.
///
/// It goes on as its clock is moved: controllers replace Pods, Jobs run, containers call the cloud with what they have. What no
/// part of it answers ends with exit status 1 and `error: the simulation does not know: …`.
public final class SimulatedWorld: ProgramRunner {
    /// The time of this world.
    public let clock: MovedClock
    private let state: Mutex<Contents>

    private struct Contents: Sendable {
        var world: WorldState
        var calls = 0
    }

    /// Creates a world in which everything runs already.
    ///
    /// - Parameters:
    ///   - cluster: the cluster.
    ///   - account: the account.
    ///   - clock: the time; moved by whatever waits.
    public init(cluster: SimulatedCluster, account: SimulatedAccount, clock: MovedClock) {
        self.clock = clock
        let world = WorldState(cluster: cluster, account: account, now: clock.now())
        state = Mutex(Contents(world: world))
        clock.move(milliseconds: world.now.milliseconds - clock.now().milliseconds)
    }

    private init(_ contents: Contents, _ clock: MovedClock) {
        self.clock = clock
        state = Mutex(contents)
    }

    /// Answers as the program would; programs other than `kubectl` and `aws` are not there.
    public func run(_ invocation: Invocation) async -> ProgramAnswer { answer(to: invocation) }

    /// The same for whoever has a thread of its own: a world behind a socket, say.
    ///
    /// - Parameter invocation: the program and its arguments.
    /// - Returns: how it ended.
    public func answer(to invocation: Invocation) -> ProgramAnswer {
        state.withLock { contents in
            contents.calls += 1
            contents.world.pass(until: clock.now())
            let fault = contents.world.breaks.compactMap { $0.fault(contents.calls, invocation.program) }.first
            if case .refused(let answer)? = fault { return answer }
            let answer: ProgramAnswer =
                switch invocation.program {
                case "kubectl": KubectlCommand.answer(invocation, &contents.world)
                case "aws": AWSCommand.answer(invocation, &contents.world)
                default: ProgramAnswer(ending: .notStarted)
                }
            clock.move(milliseconds: max(0, contents.world.now.milliseconds - clock.now().milliseconds))
            if case .lost(let lost)? = fault { return lost }
            return answer
        }
    }

    /// A world that is as this one is now, with a clock of its own; neither notices what becomes of the other.
    public func copy() -> SimulatedWorld { SimulatedWorld(state.withLock { $0 }, MovedClock(at: clock.now())) }

    /// Lets something go wrong from now on.
    public func add(_ fault: Break) {
        state.withLock { contents in
            contents.world.pass(until: clock.now())
            contents.world.breaks.append(fault)
            contents.world.strike()
            contents.world.disturb()
        }
    }

    /// Ends everything that goes wrong; what it did stays.
    public func mend() {
        state.withLock { contents in
            contents.world.breaks = []
            contents.world.disturb()
        }
    }

    private func present<Value>(_ value: (WorldState) -> Value) -> Value {
        state.withLock { contents in
            contents.world.pass(until: clock.now())
            return value(contents.world)
        }
    }

    /// The services that fail now, each with the reason, by the name of the workload: `Deployment production/order-api`.
    public var failures: [String: String] { present { $0.failures } }
    /// Every time that a service began to fail.
    public var outages: [Outage] { present { $0.outages } }
    /// The account as it is.
    public var account: SimulatedAccount { present { $0.account } }
    /// All objects, as `kubectl get -o json` prints several kinds.
    public var dump: StructuredValue { present { $0.cluster.dump } }
    /// How many command lines were answered.
    public var calls: Int { state.withLock { $0.calls } }
}

extension Break {
    /// What happens to a call instead of an answer.
    enum Fault {
        /// It does not reach anything.
        case refused(ProgramAnswer)
        /// It is carried out, and nobody hears of it.
        case lost(ProgramAnswer)
    }

    /// What happens to the call with a number; `nil` when nothing does.
    func fault(_ call: Int, _ program: String) -> Fault? {
        let strikes = { (every: Int) in every > 0 && call % every == 0 }
        switch self {
        case .throttle(let every) where strikes(every) && program == "aws":
            return .refused(
                .failing(
                    "\nAn error occurred (Throttling) when calling the operation (reached max retries: 2): Rate exceeded\n",
                    status: 254))
        case .unavailable(let every) where strikes(every): return .refused(Self.noAnswer(program))
        case .lostAnswer(let every) where strikes(every): return .lost(ProgramAnswer(ending: .overdue))
        default: return nil
        }
    }

    private static func noAnswer(_ program: String) -> ProgramAnswer {
        program == "aws"
            ? .failing("\nCould not connect to the endpoint URL: \"https://iam.amazonaws.com/\"\n", status: 255)
            : .failing(
                "Unable to connect to the server: dial tcp 10.0.0.1:443: connect: connection refused\n")
    }
}
