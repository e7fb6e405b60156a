import Foundation
import MigrationModel
import Rendering
import StateStore
import Testing

@testable import ScanBenchmark

struct ImaginedHistoryTests {
    private static let plan = URL(filePath: #filePath).appending(path: "../../../../Plans/shared-key/plan.yaml")
        .standardizedFileURL.path

    /// What is measured is a ledger as a migration leaves it: of the size that was asked for, and without a fault.
    @Test(arguments: [400, 401, 997])
    func theLedgerIsWholeAndAsLongAsAskedFor(events: Int) throws {
        let plan = try PlanReader.plan(from: SmallFile.read(Self.plan))
        let folder = FileManager.default.temporaryDirectory.appending(path: "keyshift-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let ledger = try Ledger(path: folder.path + "/ledger.db", for: .writing)
        let end = Timestamp(milliseconds: 1_795_262_400_000)
        var history = ImaginedHistory(
            of: plan, id: PlanIdentity.id(of: plan), in: ledger, events: events, until: end, days: 75)
        try history.write()
        #expect(try ledger.head().sequence == events)
        #expect(try ledger.verify().fault == nil)
        let state = try ledger.state()
        #expect(state.plan == PlanIdentity.id(of: plan))
        #expect(state.steps.values.contains { $0.isRegressed })
        #expect(state.clockJumps == [])
    }
}
