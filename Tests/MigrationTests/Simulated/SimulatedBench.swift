import Execution
import Foundation
import MigrationModel
import Rendering
import Simulation
import StateStore
import Synchronization
import Testing

@testable import keyshift

/// The program, its ledger and its child processes, all real, in front of a simulated world; see ``WorldDoor``.
final class SimulatedBench: Sendable {
    let door: WorldDoor
    let time: HurriedTime
    /// The folder in which keyshift runs; its plan is in `plan`.
    let folder: URL

    /// Makes a world, does something with it, and takes it away, however that ends.
    ///
    /// - Parameters:
    ///   - pace: how many milliseconds pass in ten of them.
    ///   - stage: a point of a migration at which to begin; the start of it by default.
    ///   - body: what is done.
    /// - Throws: what that throws.
    static func run(pace: Int = 2000, from stage: Stage? = nil, _ body: (SimulatedBench) async throws -> Void)
        async throws
    {
        let bench = try SimulatedBench(pace: pace)
        defer { bench.stop() }
        if let stage { try bench.set(stage) }
        try await body(bench)
    }

    /// Makes one that stays until the tests end, for a run that others begin from.
    static func lasting() throws -> SimulatedBench {
        let bench = try SimulatedBench(pace: 2000)
        let folder = bench.folder
        left.withLock { $0.append(folder) }
        atexit {
            SimulatedBench.left.withLock { for folder in $0 { try? FileManager.default.removeItem(at: folder) } }
        }
        return bench
    }

    private static let left = Mutex<[URL]>([])

    private init(pace: Int) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "keyshift-bench-\(UUID().uuidString)")
        for name in ["bin", "home", "temporary"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name), withIntermediateDirectories: true)
        }
        let client = URL(filePath: Bench.program).deletingLastPathComponent().appending(path: "WorldClient").path
        for name in ["kubectl", "aws"] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.appending(path: "bin/" + name).path, withDestinationPath: client)
        }
        let start = Timestamp(milliseconds: 1_767_603_600_000)
        let world = try SimulatedFixture.world(MovedClock(at: start))
        door = try WorldDoor(world, at: folder.appending(path: "world").path)
        time = HurriedTime(folder.appending(path: "clock").path, door, pace: pace)
    }

    private func stop() {
        door.close()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Does several things, eight of them at a time: while a program waits for the world, another one can work.
    static func together<Thing: Sendable>(
        _ things: [Thing], _ body: @escaping @Sendable (Thing) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, thing) in things.enumerated() {
                if number >= 8 { try await group.next() }
                group.addTask { try await body(thing) }
            }
            try await group.waitForAll()
        }
    }

    /// The file of the ledger.
    var ledger: String { folder.appending(path: "plan/.keyshift/ledger.db").path }

    // MARK: Programs

    private var environment: [String: String] {
        [
            "HOME": folder.appending(path: "home").path, "TMPDIR": folder.appending(path: "temporary").path,
            "KEYSHIFT_WORLD": door.path, "NO_COLOR": "1", "LANG": "C.UTF-8",
            "PATH": folder.appending(path: "bin").path + ":/usr/bin:/bin",
        ]
    }

    /// Runs keyshift.
    func keyshift(_ words: [String], started: @Sendable (pid_t) -> Void = { _ in }) async throws -> Run {
        try await run([Bench.program] + words, started: started)
    }

    /// Runs a program while time passes.
    func run(_ words: [String], started: @Sendable (pid_t) -> Void = { _ in }) async throws -> Run {
        time.begin()
        defer { time.end() }
        return try await Run.of(words, environment: environment, in: folder, started: started)
    }

    /// Makes a folder with all in it somebody else's.
    func giveAway(_ name: String) async throws {
        let run = try await Run.of(["chown", "-R", "65534:65534", name], environment: environment, in: folder)
        #expect(run.status == 0, "\(run.everything)")
    }

    /// Runs `keyshift migrate plan` without questions.
    ///
    /// - Parameters:
    ///   - words: what it is to do.
    ///   - interference: what happens to its calls.
    ///   - started: told the process.
    /// - Returns: how it ended.
    /// - Throws: if it could not be started.
    func migrate(
        _ words: String..., interference: Interference? = nil, started: @Sendable (pid_t) -> Void = { _ in }
    ) async throws -> Run {
        door.begin(interference)
        return try await keyshift(Bench.migration(time.file, words), started: started)
    }

    // MARK: Time

    /// Lets time pass, and what is under way come to its end.
    func pass(seconds: Int) { time.move(milliseconds: seconds * 1000) }

    /// Waits until every program that outlived keyshift has its answer.
    func settle() async throws {
        while door.isBusy { try await Task.sleep(for: .milliseconds(2)) }
    }

    // MARK: The ledger

    /// Where everything stands.
    func status(_ plan: Plan) throws -> MigrationStatus {
        let tools = MigrationTools(
            programs: nil, clock: FileClock(path: time.file), author: Author(user: "test", host: "test", process: 1),
            reading: { _ in nil }, calls: { _, _ in nil })
        return try Migration(
            plan: plan, id: PlanIdentity.id(of: plan), folder: folder.appending(path: "plan").path,
            procedures: PlanCalls(plan), ledger: Ledger(path: ledger, for: .reading), tools: tools
        ).status()
    }

    /// How long it takes until Pods that came and went are all there, or gone.
    static let rest = 120

    /// What the world and the ledger come to, after everything that is under way has had its time.
    func picture() throws -> WorldPicture {
        pass(seconds: Self.rest)
        return WorldPicture(door.world, try Ledger(path: ledger, for: .reading).state())
    }

    // MARK: Stages

    /// A point of a migration: a world, and a folder with the plan and the ledger.
    struct Stage: Sendable {
        var world: SimulatedWorld
        var folder: URL
        var ledger: Data
        var state: LedgerState
    }

    /// What is so now, to begin from another time.
    func stage() throws -> Stage {
        Stage(
            world: door.world.copy(), folder: folder, ledger: try Data(contentsOf: URL(filePath: ledger)),
            state: try Ledger(path: ledger, for: .reading).state())
    }

    /// Goes back, or ahead, to a stage of the same plan.
    func set(_ stage: Stage) throws {
        let plan = folder.appending(path: "plan")
        if !FileManager.default.fileExists(atPath: plan.path) {
            try FileManager.default.copyItem(at: stage.folder.appending(path: "plan"), to: plan)
        }
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: ledger + end) }
        try stage.ledger.write(to: URL(filePath: ledger))
        door.world = stage.world.copy()
        _ = door.takeChanges()
        time.write()
    }
}
