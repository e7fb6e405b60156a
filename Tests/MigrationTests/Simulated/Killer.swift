import Execution
import Foundation
import Glibc
import Synchronization

/// Ends one run with `kill -9` at an instant of its own, which nothing in the run can foresee.
final class Killer: Sendable {
    /// The kinds of instants.
    enum Moment: String, CaseIterable {
        /// At any time, whatever is going on.
        case anyTime = "at any time"
        /// When a call is on its way, and the world has not heard of it.
        case reached = "before a call is carried out"
        /// When a call is carried out, and its answer is on the way.
        case carriedOut = "before a call is answered"
        /// Right after a call was answered, while its record is being written.
        case answered = "after a call is answered"
        /// When a call is on its way, which then reaches the world in the middle of the next run.
        case late = "with a call that comes late"
    }

    let moment: Moment
    /// Whether the programs that keyshift has started die with it, as they do when a machine stops.
    let takesPrograms: Bool
    private let call: Int
    private let delay: Double
    private let note: @Sendable () -> Void
    private let state = Mutex(State())
    private let late = LateCall()

    private struct State {
        var process: pid_t = 0
        var programs: Set<pid_t> = []
    }

    /// Chooses an instant.
    ///
    /// - Parameters:
    ///   - calls: how many calls the run would make.
    ///   - seconds: how long it would take.
    ///   - note: called right before the signal is sent.
    init(calls: Int, seconds: Double, note: @escaping @Sendable () -> Void) {
        let chosen = Moment.allCases.randomElement() ?? .anyTime
        moment = calls == 0 ? .anyTime : chosen
        takesPrograms = moment != .late && Bool.random()
        call = Int.random(in: 1...max(1, calls))
        delay = moment == .answered ? Double.random(in: 0...0.02) : Double.random(in: 0...seconds * 1.1)
        self.note = note
    }

    /// Told the process that is to be ended.
    func started(_ process: pid_t) {
        state.withLock { $0.process = process }
        if moment == .anyTime { strike(after: delay) }
    }

    /// What happens to the calls of the run.
    var interference: Interference {
        { [self] call, world in
            state.withLock { _ = $0.programs.insert(call.client) }
            defer { state.withLock { _ = $0.programs.remove(call.client) } }
            guard call.number == self.call else { return world() }
            switch moment {
            case .anyTime: return world()
            case .reached:
                strike()
                // Whoever died with it has asked nothing.
                return takesPrograms ? ProgramAnswer(ending: .signaled(SIGKILL)) : world()
            case .carriedOut:
                let answer = world()
                strike()
                return answer
            case .answered:
                strike(after: delay)
                return world()
            case .late:
                strike()
                late.wait()
                defer { late.end() }
                return world()
            }
        }
    }

    /// For the run after it: the call that comes late does so in the middle of that.
    var aftermath: Interference? {
        guard moment == .late else { return nil }
        let place = Int.random(in: 1...12)
        return { [late] call, world in
            if call.number == place { late.release() }
            return world()
        }
    }

    /// Lets go of a call that nobody has made room for.
    func release() { if moment == .late { late.release() } }

    private func strike(after seconds: Double) {
        Thread.detachNewThread { [self] in
            Thread.sleep(forTimeInterval: seconds)
            strike()
        }
    }

    private func strike() {
        note()
        let (process, programs) = state.withLock { ($0.process, $0.programs) }
        // It may have ended, and another process may have its number.
        let words = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
        guard process > 0, words.range(of: Data("--clock".utf8)) != nil else { return }
        kill(process, SIGKILL)
        if takesPrograms { for program in programs { kill(program, SIGKILL) } }
    }
}

/// A call that is held up until somebody lets go of it.
private final class LateCall: Sendable {
    private let state = Mutex((isWaiting: false, isReleased: false))
    private let gate = DispatchSemaphore(value: 0)
    private let done = DispatchSemaphore(value: 0)

    func wait() {
        let isReleased = state.withLock { state in
            state.isWaiting = true
            return state.isReleased
        }
        if !isReleased { gate.wait() }
    }

    func end() { done.signal() }

    /// Lets go of it, and waits until it has reached the world.
    func release() {
        let isHeld = state.withLock { state in
            defer { state.isReleased = true }
            return state.isWaiting && !state.isReleased
        }
        guard isHeld else { return }
        gate.signal()
        done.wait()
    }
}
