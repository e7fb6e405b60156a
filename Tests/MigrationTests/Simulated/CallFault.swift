import Execution
import Glibc
import Synchronization

/// What goes wrong with a call, in the words of the programs that say it.
enum CallFault: String, CaseIterable {
    /// Nobody is there: the API server is stopped, or the cloud cannot be reached, until the run ends.
    case away
    /// The other side fails in itself, and changes nothing.
    case failing
    /// The same until the run ends.
    case failingOn = "failing on and on"
    /// Too much was asked.
    case throttled
    /// The same until the run ends.
    case throttledOn = "throttled on and on"
    /// It is carried out, and the program waits for an answer until it gives up.
    case overdue
    /// It is carried out, and the connection breaks before there is an answer.
    case dropped
    /// It is carried out, and half of the answer is printed as if it were all of it.
    case half
    /// It is carried out, and the program is killed before it can print anything.
    case killed

    /// What happens to the calls of a run when one of them meets the fault; later ones of the same program as well where it lasts.
    ///
    /// - Parameters:
    ///   - number: which call.
    ///   - met: told the call.
    /// - Returns: what the door does with each call.
    func interference(at number: Int, met: @escaping @Sendable (DoorCall) -> Void) -> Interference {
        let program = Mutex<String?>(nil)
        let isLasting = [.away, .failingOn, .throttledOn].contains(self)
        return { call, world in
            let isMet = program.withLock { program in
                if call.number == number { program = call.invocation.program }
                return call.number == number || isLasting && program == call.invocation.program
            }
            guard isMet else { return world() }
            if call.number == number { met(call) }
            return answer(call.invocation.program, world)
        }
    }

    private func answer(_ program: String, _ world: () -> ProgramAnswer) -> ProgramAnswer {
        switch self {
        case .away, .failing, .failingOn, .throttled, .throttledOn: break
        case .overdue, .dropped, .half, .killed:
            let answer = world()
            if self == .killed { return ProgramAnswer(ending: .signaled(SIGKILL)) }
            if self == .half {
                var half = answer
                half.output = Array(answer.output.prefix(answer.output.count / 2))
                return half
            }
        }
        let (status, errors) = program == "aws" ? cloud : cluster
        return ProgramAnswer(ending: .exited(status), errors: errors + "\n")
    }

    /// As `kubectl` ends.
    private var cluster: (Int32, String) {
        switch self {
        case .failing, .failingOn:
            (
                1,
                "Error from server (InternalError): an error on the server (\"\") has prevented the request from succeeding"
            )
        case .throttled, .throttledOn:
            (
                1,
                "Error from server (TooManyRequests): the server has received too many requests and has asked us to try again later"
            )
        case .overdue:
            (
                1,
                "Unable to connect to the server: net/http: request canceled (Client.Timeout exceeded while awaiting headers)"
            )
        case .dropped: (1, "error: unexpected EOF")
        default:
            (1, "The connection to the server 127.0.0.1:6443 was refused - did you specify the right host or port?")
        }
    }

    /// As `aws` ends.
    private var cloud: (Int32, String) {
        switch self {
        case .failing, .failingOn:
            (
                254,
                "\nAn error occurred (ServiceFailure) when calling the operation (reached max retries: 2): An internal error occurred."
            )
        case .throttled, .throttledOn:
            (254, "\nAn error occurred (Throttling) when calling the operation (reached max retries: 2): Rate exceeded")
        case .overdue: (255, "\nRead timeout on endpoint URL: \"https://iam.amazonaws.com/\"")
        case .dropped:
            (
                255,
                "\nConnection was closed before we received a valid response from endpoint URL: \"https://iam.amazonaws.com/\"."
            )
        default: (255, "\nCould not connect to the endpoint URL: \"https://iam.amazonaws.com/\"")
        }
    }
}
