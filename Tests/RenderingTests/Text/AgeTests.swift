import Testing

@testable import Rendering

struct AgeTests {
    @Test(arguments: [
        ("2025-01-13T10:00:00Z", "412d"), ("2026-02-28T12:00:00Z", "1d"), ("2026-02-28T12:00:01Z", "23h"),
        ("2026-03-01T11:00:00Z", "1h"), ("2026-03-01T11:00:01Z", "59m"), ("2026-03-01T12:00:00Z", "0m"),
        ("2027-01-01T00:00:00Z", "0m"), ("2024-02-29T12:00:00Z", "731d"), ("2000-02-29t12:00:00.123456z", "9497d"),
        ("2026-03-01T13:30:00+02:00", "30m"), ("2026-03-01T06:30:00-05:00", "30m"), ("0001-01-01T00:00:00Z", "739675d"),
    ])
    func countsToTheTimeOfTheReport(created: String, expected: String) {
        #expect(Age.text(from: created, to: "2026-03-01T12:00:00Z") == expected)
    }

    @Test(arguments: [
        "", "yesterday", "2026-03-01", "2026-03-01T12:00:00", "2026-13-01T12:00:00Z", "2026-00-01T12:00:00Z",
        "2026-03-01T24:00:00Z", "2026-03-01T12:00:00+0200", "2026-03-01T12:00:00ZZ", "+026-03-01T12:00:00Z",
        "2026/03/01T12:00:00Z", "２０２６-03-01T12:00:00Z",
    ])
    func knowsNoAgeOfWhatIsNoTimestamp(created: String) {
        #expect(Age.text(from: created, to: "2026-03-01T12:00:00Z") == nil)
        #expect(Age.text(from: "2026-03-01T12:00:00Z", to: created) == nil)
    }

    @Test func countsSecondsSince1970() {
        #expect(Age.seconds("1970-01-01T00:00:00Z") == 0)
        #expect(Age.seconds("2000-03-01T00:00:00Z") == 951_868_800)
        #expect(Age.seconds("1969-12-31T23:59:59Z") == -1)
    }
}
