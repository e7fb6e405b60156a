import Testing

@testable import Rendering

struct ByteCountTests {
    @Test(arguments: [
        (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1.0 kB"), (1049, "1.0 kB"), (1050, "1.1 kB"),
        (999_949, "999.9 kB"), (999_950, "1.0 MB"), (2_147_000, "2.1 MB"), (10_000_000_000, "10.0 GB"),
        (Int.max, "9.2 EB"),
    ])
    func printsTheLargestUnit(bytes: Int, expected: String) {
        #expect(ByteCount.text(bytes) == expected)
    }
}
