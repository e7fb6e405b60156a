import Foundation
import MigrationModel
import Simulation
import Synchronization

/// The time of a simulated world, which runs much faster than any other while a program works, and stands still between runs.
final class HurriedTime: Sendable {
    /// The file that `--clock` names.
    let file: String
    private let door: WorldDoor
    /// Milliseconds for every ten of them.
    private let pace: Int
    private let runs = Mutex(0)
    private let written: Mutex<CInt>

    init(_ file: String, _ door: WorldDoor, pace: Int) {
        (self.file, self.door, self.pace) = (file, door, pace)
        written = Mutex(open(file, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644))
        write()
    }

    deinit { _ = written.withLock { close($0) } }

    /// Lets time run until as many runs have ended as have begun.
    func begin() {
        let isFirst = runs.withLock { runs in
            runs += 1
            return runs == 1
        }
        write()
        guard isFirst else { return }
        Thread.detachNewThread { [self] in
            while runs.withLock({ $0 > 0 }) {
                Thread.sleep(forTimeInterval: 0.01)
                move(milliseconds: pace)
            }
        }
    }

    func end() { runs.withLock { $0 -= 1 } }

    /// Lets time pass at once; backwards when negative.
    func move(milliseconds: Int) {
        door.world.clock.move(milliseconds: milliseconds)
        write()
    }

    /// Overwrites the moment at once: there is no instant at which the file is empty, or not there.
    func write() {
        written.withLock { descriptor in
            let moment = Array(door.world.clock.now().text.utf8)
            _ = moment.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        }
    }
}
