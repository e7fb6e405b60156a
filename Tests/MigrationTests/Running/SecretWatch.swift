import Foundation
import Testing

/// Looks for the secrets of the fixture where they must not be: in arguments of programs while they run, and in files afterwards.
final class SecretWatch: @unchecked Sendable {
    private let lock = NSLock()
    private var found: Set<String> = []
    private var looks = 0
    private var isRunning = true

    /// What only the environment of the programs that are watched has.
    private let mark: Data

    /// Begins to look at the arguments of all programs that were started for a bench, many times a second.
    ///
    /// - Parameter folder: the folder of the bench, which is in their environment: other tests have secrets of their own.
    init(_ folder: URL) {
        mark = Data(folder.path.utf8)
        Thread.detachNewThread { [self] in
            while lock.withLock({ isRunning }) {
                lookAtProcesses()
                Thread.sleep(forTimeInterval: 0.02)
            }
        }
    }

    /// Ends it.
    ///
    /// - Returns: the programs that had a secret in their arguments, and how often was looked.
    func stop() -> (found: Set<String>, looks: Int) {
        lock.withLock {
            isRunning = false
            return (found, looks)
        }
    }

    private func lookAtProcesses() {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        for process in processes where process.first?.isNumber == true {
            guard let words = FileManager.default.contents(atPath: "/proc/\(process)/cmdline"), Self.holds(words) else {
                continue
            }
            let environment = FileManager.default.contents(atPath: "/proc/\(process)/environ") ?? Data()
            guard environment.range(of: mark) != nil else { continue }
            let program = String(decoding: words.prefix { $0 != 0 }, as: UTF8.self)
            lock.withLock { _ = found.insert(program) }
        }
        lock.withLock { looks += 1 }
    }

    /// Files of a folder that hold a secret, whole or a part of it, plain or as base64.
    static func files(in folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { name in
            FileManager.default.contents(atPath: folder.path + "/" + name).map(holds) ?? false
        }
    }

    /// Whether bytes hold a secret of the fixture.
    static func holds(_ bytes: Data) -> Bool { pieces.contains { bytes.range(of: $0) != nil } }

    private static let pieces: [Data] = Fixture.secrets.values.flatMap { secret -> [Data] in
        let plain = Data(secret.utf8)
        // Base64 depends on what stands before; both ends mix with their neighbours.
        let encoded = (0..<3).map { shift in
            let text = (Data(repeating: 0x78, count: shift) + plain).base64EncodedString()
            return Data(text.dropFirst(4).prefix(24).utf8)
        }
        return [Data(plain.prefix(16)), Data(plain.suffix(16))] + encoded
    }
}
