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

    init(_ file: String, _ door: WorldDoor, pace: Int) {
        (self.file, self.door, self.pace) = (file, door, pace)
        write()
    }

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

    /// Puts another file in the place of the old one, so that nobody reads half of a time.
    func write() {
        let moment = door.world.clock.now().text
        let next = "\(file).\(UInt32.random(in: 0...UInt32.max))"
        guard FileManager.default.createFile(atPath: next, contents: Data(moment.utf8)) else { return }
        rename(next, file)
    }
}
