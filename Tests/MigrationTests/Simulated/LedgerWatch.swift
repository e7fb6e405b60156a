import Foundation
import MigrationModel
import StateStore
import Testing

/// Sees that a ledger only grows: what was in it once is in it for good, at the same place.
final class LedgerWatch: @unchecked Sendable {
    private let path: String
    private let lock = NSLock()
    private var hashes: [String] = []
    private var seen = LedgerHead(sequence: 0, hash: LedgerEvent.firstPrevious)

    init(_ bench: SimulatedBench) { path = bench.ledger }

    /// Notes the last event that anybody can see now, right before something happens to whoever writes.
    func note() {
        guard let ledger = try? Ledger(path: path, for: .reading, patience: 1), let head = try? ledger.head() else {
            return
        }
        lock.withLock { if head.sequence > seen.sequence { seen = head } }
    }

    /// Looks at a copy as it was left behind, with its log: the next run mends the file itself, not this one.
    func expectWhole(_ what: String, location: SourceLocation = #_sourceLocation) throws {
        let copy = path + ".copy-\(UUID().uuidString)"
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: copy + end) } }
        for end in ["", "-wal"] where FileManager.default.fileExists(atPath: path + end) {
            try FileManager.default.copyItem(atPath: path + end, toPath: copy + end)
        }
        let ledger = try Ledger(path: copy, for: .reading)
        let verdict = try ledger.verify()
        #expect(verdict.fault == nil, "\(what)", sourceLocation: location)
        let events = try ledger.events(EventSelection(after: hashes.count))
        #expect(
            verdict.head.sequence == hashes.count + events.count, "\(what): events are lost", sourceLocation: location)
        if let first = events.first, let last = hashes.last {
            #expect(first.event.previous == last, "\(what): events are others", sourceLocation: location)
        }
        hashes += events.map(\.hash)
        let noted = lock.withLock { seen }
        let isThere = noted.sequence == 0 || noted.sequence <= hashes.count && hashes[noted.sequence - 1] == noted.hash
        #expect(isThere, "\(what): what could be seen is gone", sourceLocation: location)
    }

    /// How often there is each event that says that something was done or seen, of which each is to be there once.
    static func counts(_ path: String) throws -> [String: Int] {
        let kinds: [EventKind] = [
            .planAdopted, .planRevised, .stepApplied, .stepRolledBack, .draftAccepted, .approvalGiven, .keyDeactivated,
            .keyReactivated, .keyDeleted,
        ]
        var counts: [String: Int] = [:]
        try Ledger(path: path, for: .reading).forEachEvent(EventSelection(kinds: kinds)) { recorded in
            let entry = recorded.event.entry
            counts["\(entry.happening.kind.rawValue) \(entry.step ?? "") \(entry.key?.id ?? "")", default: 0] += 1
        }
        return counts
    }
}
