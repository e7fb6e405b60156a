import Testing

@testable import Rendering

struct SafePathTests {
    @Test(arguments: ["api", "Api-2.x_y", "0", "_", String(repeating: "n", count: 100)])
    func keepsPlainNames(name: String) {
        #expect(SafePath.part(name) == name)
    }

    @Test(arguments: [
        "", ".", "..", "../../etc", "/abs", "-rf", "a b", "a\nb", "ä", "_x", "a.", String(repeating: "n", count: 101),
    ])
    func digestsOthers(name: String) {
        let part = SafePath.part(name)
        #expect(part.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]*-[0-9a-f]{12}/) != nil, "\(part)")
        #expect(part.utf8.count <= 100)
        #expect(SafePath.part(part) == part)
    }

    @Test func tellsLongNamesApart() {
        let long = String(repeating: "n", count: 252)
        #expect(SafePath.part(long + "m") != SafePath.part(long + "n"))
    }

    @Test func givesADigestOnlyToThoseThatCollide() {
        let table = PathTable([("1", "a/Api"), ("2", "a/api"), ("3", "a/worker"), ("3", "a/other")])
        #expect(table["1"] == "a/Api-\(SafePath.digest("1"))")
        #expect(table["2"] == "a/api-\(SafePath.digest("2"))")
        #expect(table["3"] == "a/worker")
    }

    /// The example of FIPS 180-4.
    @Test func hashesAsTheStandardSays() {
        #expect(SHA256Text.hex(of: "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
