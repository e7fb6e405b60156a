import Foundation
import MigrationModel
import Testing

struct TimestampTests {
    @Test func writesMomentsOfManyYears() {
        #expect(Timestamp(milliseconds: 0).text == "1970-01-01T00:00:00.000Z")
        #expect(Timestamp(milliseconds: -1).text == "1969-12-31T23:59:59.999Z")
        #expect(Timestamp(milliseconds: 951_827_696_789).text == "2000-02-29T12:34:56.789Z")
        #expect(Timestamp(milliseconds: .max).text == "9999-12-31T23:59:59.999Z")
        #expect(Timestamp(milliseconds: .min).text == "0000-01-01T00:00:00.000Z")
    }

    @Test func readsOnlyWhatItWrites() {
        for milliseconds in stride(
            from: Timestamp.range.lowerBound, through: Timestamp.range.upperBound, by: 7_777_777_777_777)
        {
            let time = Timestamp(milliseconds: milliseconds)
            #expect(Timestamp(time.text) == time)
        }
        for text in [
            "", "2026-11-21T12:00:00Z", "2026-11-21T12:00:00.000+00:00", "2026-11-21 12:00:00.000Z",
            "2026-02-29T12:00:00.000Z", "2026-13-01T12:00:00.000Z", "2026-00-01T12:00:00.000Z",
            "2026-11-21T24:00:00.000Z",
            "2026-11-21T12:60:00.000Z", "2026-11-21T12:00:60.000Z", "2026-11-21T12:00:00.000Z ",
            "２026-11-21T12:00:00.000Z",
        ] {
            #expect(Timestamp(text) == nil, "\(text)")
        }
    }

    @Test func agreesWithFoundation() {
        for seconds in stride(from: -2_000_000_000, through: 5_000_000_000, by: 86_399_123) {
            let date = Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
            #expect(Timestamp(milliseconds: seconds * 1000).text == date.replacing("Z", with: ".000Z"))
        }
    }

    @Test func textsOrderAsMoments() {
        let times = [-62_167_219_200_000, -1, 0, 1, 999, 1000, 253_402_300_799_999].map(Timestamp.init(milliseconds:))
        #expect(times == times.sorted())
        #expect(times.map(\.text) == times.map(\.text).sorted())
    }

    @Test func addsWithoutOverflow() {
        let time = Timestamp(milliseconds: 1000)
        #expect(time.adding(milliseconds: -1500) == Timestamp(milliseconds: -500))
        #expect(time.adding(milliseconds: .max) == Timestamp(milliseconds: .max))
        #expect(Timestamp(milliseconds: -5).adding(milliseconds: .min) == Timestamp(milliseconds: .min))
    }
}
