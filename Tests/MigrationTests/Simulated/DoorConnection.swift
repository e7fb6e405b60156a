import Execution
import Glibc

/// A connection of a client of `Tests/WorldClient`, whose frames it reads and writes.
struct DoorConnection {
    private let descriptor: CInt
    init(_ descriptor: CInt) { self.descriptor = descriptor }

    /// The process at the other end and what it was asked; `nil` when it is gone.
    func request() -> (client: pid_t, invocation: Invocation)? {
        guard let client = number(), let count = number(), count > 0 else { return nil }
        var words: [String] = []
        for _ in 0..<count {
            guard let word = bytes() else { return nil }
            words.append(String(decoding: word, as: UTF8.self))
        }
        guard let input = bytes() else { return nil }
        return (pid_t(client), Invocation(words[0], Array(words.dropFirst()), input: input.isEmpty ? nil : input))
    }

    /// What the client is to print, and how to end; one that is gone is told nothing.
    func send(_ answer: ProgramAnswer) {
        let status: Int32 =
            switch answer.ending {
            case .exited(let status): status
            case .signaled(let signal): 256 + signal
            case .overdue, .overlong, .notStarted: 256 + SIGTERM
            }
        let errors = Array(answer.errors.utf8)
        send(Self.bytes(UInt32(bitPattern: status)) + Self.frame(answer.output) + Self.frame(errors))
    }

    private static func bytes(_ number: UInt32) -> [UInt8] { withUnsafeBytes(of: number) { Array($0) } }
    private static func frame(_ text: [UInt8]) -> [UInt8] { bytes(UInt32(text.count)) + text }

    private func send(_ bytes: [UInt8]) {
        var done = 0
        while done < bytes.count {
            // Without the signal for a client that was killed.
            let count = bytes.withUnsafeBytes {
                Glibc.send(
                    descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            done += count
        }
    }

    private func number() -> Int? {
        read(4).map { $0.withUnsafeBytes { Int($0.loadUnaligned(as: UInt32.self)) } }
    }

    private func bytes() -> [UInt8]? { number().flatMap { read($0) } }

    private func read(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress?.advanced(by: done), count - done)
            }
            guard got > 0 else { return nil }
            done += got
        }
        return bytes
    }
}
