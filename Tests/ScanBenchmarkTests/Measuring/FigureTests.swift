import Testing

@testable import ScanBenchmark

struct FigureTests {
    @Test(arguments: [
        (4.504, 2, "4.50"), (0.05, 1, "0.1"), (12.0, 0, "12"), (-0.001, 2, "0.00"), (9.996, 2, "10.00"),
        (Double.infinity, 1, "-"),
    ])
    func hasTheDigitsAskedFor(_ number: Double, _ digits: Int, _ expected: String) {
        #expect(number.figure(digits) == expected)
    }

    @Test(arguments: [("200MB", 200_000_000), ("2gb", 2_000_000_000), ("17", 17), ("3KB", 3000)])
    func readsSizes(_ text: String, _ bytes: Int) { #expect(ByteCount(argument: text)?.bytes == bytes) }

    @Test(arguments: ["", "MB", "-1MB", "0", "1.5GB", "10TB", "99999999999999999999", "9999999999999GB"])
    func refusesWhatIsNoSize(_ text: String) { #expect(ByteCount(argument: text) == nil) }
}
