import Testing

@testable import ClusterDump

struct NameTableTests {
    private func text(_ table: NameTable, _ bytes: [UInt8]) -> String { table.text(bytes.span) }

    @Test(arguments: ["", "short", "exactly-fifteen", "sixteen-letters-", "app.kubernetes.io/name", "größenänderung-ä"])
    func handsOutWhatItIsGiven(name: String) {
        let table = NameTable()
        for _ in 0..<2 { #expect(text(table, Array(name.utf8)) == name) }
    }

    @Test func keepsNamesApartThatShareAPlace() {
        let table = NameTable()
        // Four times as many as there are places.
        let names = (0..<4096).map { "app.kubernetes.io/name-\($0)" }
        for name in names + names { #expect(text(table, Array(name.utf8)) == name) }
    }

    @Test func repairsWhatIsNoUTF8() {
        let table = NameTable()
        let broken = Array("app.kubernetes.io/".utf8) + [0xff]
        for _ in 0..<2 { #expect(text(table, broken) == "app.kubernetes.io/\u{fffd}") }
        #expect(text(table, [UInt8](repeating: 0x61, count: 129)) == String(repeating: "a", count: 129))
    }
}
