import Testing

@testable import StructuredText

struct ByteSearchTests {
    /// Every byte value at every position around the widths of the searches, with vectors and without.
    @Test(arguments: [true, false])
    func findsTheFirst(usesVectors: Bool) {
        let search = ByteSearch(0x3a, 0x0a, 0x23, usesVectors: usesVectors)
        for value in UInt8.min...UInt8.max {
            for count in [1, 7, 8, 9, 15, 16, 17, 40] {
                for position in 0..<count {
                    var bytes = [UInt8](repeating: 0x61, count: count)
                    bytes[position] = value
                    let isFound = value == 0x3a || value == 0x0a || value == 0x23
                    #expect(search.firstIndex(in: bytes, from: 0, to: count) == (isFound ? position : count))
                    #expect(search.firstIndex(in: bytes, from: position + 1, to: count) == count)
                }
            }
        }
    }
}
