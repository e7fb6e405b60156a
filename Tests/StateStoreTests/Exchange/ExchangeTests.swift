import Foundation
import MigrationModel
import Testing

@testable import StateStore

struct ExchangeTests {
    private func export(_ ledger: Ledger) throws -> [String] {
        var text = ""
        try ledger.export { text += $0 }
        #expect(text.isEmpty || text.hasSuffix("\n"))
        return text.split(separator: "\n").map(String.init)
    }

    private func importing(_ lines: [String], into test: TestLedger) throws -> LedgerImport {
        var rest = lines[...]
        return try test.open().import { rest.popFirst() }
    }

    /// A ledger and its lines.
    private func filled() throws -> (TestLedger, [String]) {
        let test = try TestLedger()
        try test.fill()
        return (test, try export(test.open(.reading)))
    }

    @Test func goesOutAndComesBackByteForByte() throws {
        let (test, lines) = try filled()
        defer { test.remove() }
        let other = try TestLedger()
        defer { other.remove() }
        let result = try importing(lines, into: other)
        #expect(result == LedgerImport(known: 0, added: 23, head: try test.open(.reading).head()))
        #expect(try export(other.open(.reading)) == lines)
        #expect(try other.open(.reading).events() == test.open(.reading).events())
        #expect(try other.verdict().fault == nil)
        #expect(lines.allSatisfy { $0.utf8.allSatisfy { (0x20...0x7E).contains($0) } })
    }

    @Test func longerHistoryIsAppended() throws {
        let (test, lines) = try filled()
        defer { test.remove() }
        let other = try TestLedger()
        defer { other.remove() }
        #expect(try importing(Array(lines.prefix(9)), into: other).added == 9)
        #expect(try importing(lines, into: other).known == 9)
        #expect(try importing(lines, into: other).added == 0)
        #expect(try export(other.open(.reading)) == lines)
    }

    @Test func shorterAndDivergingHistoriesAreRefused() throws {
        let (test, lines) = try filled()
        defer { test.remove() }
        let shorter = #expect(throws: LedgerProblem.self) { try importing(Array(lines.prefix(9)), into: test) }
        #expect(shorter?.code == .diverged)
        let other = try TestLedger()
        defer { other.remove() }
        var entries = TestLedger.entries
        entries[19] = TestLedger.note("another")
        try other.fill(entries + [TestLedger.note("more")])
        let diverged = #expect(throws: LedgerProblem.self) {
            try importing(try export(other.open(.reading)), into: test)
        }
        #expect(diverged?.code == .diverged)
        #expect(diverged?.message == "The two ledgers went different ways: event 20 is another one here.")
        #expect(try export(test.open(.reading)) == lines)
    }

    @Test func brokenLinesAreRefusedWhole() throws {
        let (test, lines) = try filled()
        defer { test.remove() }
        let other = try TestLedger()
        defer { other.remove() }
        func refuses(
            _ number: Int, _ change: (inout [String]) -> Void, sourceLocation: SourceLocation = #_sourceLocation
        ) {
            var changed = lines
            change(&changed)
            let problem = #expect(throws: LedgerProblem.self, sourceLocation: sourceLocation) {
                try importing(changed, into: other)
            }
            #expect(problem?.code == .importInvalid, sourceLocation: sourceLocation)
            #expect(problem?.message.hasPrefix("Line \(number) ") == true, sourceLocation: sourceLocation)
        }
        refuses(5) { $0.remove(at: 4) }
        refuses(5) { $0.swapAt(4, 5) }
        refuses(6) { $0[5] = $0[5].replacing("All.", with: "Any.") }
        refuses(6) { $0[5] = " " + $0[5] }
        refuses(6) { $0[5] = String($0[5].dropLast()) }
        refuses(6) { $0[5] = "" }
        refuses(1) { $0[0] = "{}" }
        refuses(1) { $0.removeFirst() }
        refuses(6) { $0.insert($0[4], at: 5) }
        #expect(try other.open(.reading).head().sequence == 0)
    }

    @Test func emptyLedgerExportsNothing() throws {
        let test = try TestLedger()
        defer { test.remove() }
        #expect(try export(test.open()) == [])
        #expect(try importing([], into: test) == LedgerImport(known: 0, added: 0, head: Ledger.emptyHead))
    }
}
