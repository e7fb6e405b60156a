/// A moment in UTC to the millisecond, which is written so that texts order as the moments do.
public struct Timestamp: Hashable, Sendable, Comparable {
    /// Milliseconds since 1970-01-01 00:00 UTC, leap seconds not counted.
    public let milliseconds: Int

    /// The moments that have a year of four digits: 0000 to 9999.
    public static let range = -62_167_219_200_000...253_402_300_799_999

    /// Creates a moment; one outside of ``range`` becomes its nearest end.
    public init(milliseconds: Int) {
        self.milliseconds = min(max(milliseconds, Self.range.lowerBound), Self.range.upperBound)
    }

    /// Reads what ``text`` writes, and nothing else: `2026-11-21T12:00:00.000Z`.
    ///
    /// It is `nil` for any other text, also for another spelling of the same moment (RFC 3339 section 5.6 has many).
    ///
    /// - Parameter text: a date that there is, of 24 characters.
    public init?(_ text: String) {
        var text = text
        guard let milliseconds = text.withUTF8(Self.milliseconds) else { return nil }
        self.milliseconds = milliseconds
    }

    /// The moment of a text, without making anything on the way: a ledger has a hundred thousand of them.
    private static func milliseconds(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard text.count == pattern.count else { return nil }
        for index in pattern.indices {
            let isDigit = text[index] >= UInt8(ascii: "0") && text[index] <= UInt8(ascii: "9")
            guard pattern[index] == UInt8(ascii: "0") ? isDigit : text[index] == pattern[index] else { return nil }
        }
        let number = { (range: Range<Int>) in text[range].reduce(0) { $0 * 10 + Int($1 & 15) } }
        let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
        let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
        let days = days(year: year, month: month, day: day)
        guard (1...12).contains(month), hour < 24, minute < 60, second < 60, date(days) == (year, month, day) else {
            return nil
        }
        return ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + number(20..<23)
    }

    /// RFC 3339 in UTC with three digits of a second: `2026-11-21T12:00:00.000Z`.
    public var text: String {
        let (days, rest) = Self.divide(milliseconds, by: 86_400_000)
        let (year, month, day) = Self.date(days)
        return "\(Self.pad(year, 4))-\(Self.pad(month, 2))-\(Self.pad(day, 2))T\(Self.pad(rest / 3_600_000, 2)):"
            + "\(Self.pad(rest / 60_000 % 60, 2)):\(Self.pad(rest / 1000 % 60, 2)).\(Self.pad(rest % 1000, 3))Z"
    }

    /// The moment so many milliseconds later, or earlier when negative.
    public func adding(milliseconds: Int) -> Timestamp {
        let (sum, overflow) = self.milliseconds.addingReportingOverflow(milliseconds)
        return Timestamp(milliseconds: overflow ? (milliseconds < 0 ? .min : .max) : sum)
    }

    /// Orders by time.
    public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    private static let pattern = Array("0000-00-00T00:00:00.000Z".utf8)

    private static func pad(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    /// Quotient and remainder that is never negative.
    private static func divide(_ number: Int, by divisor: Int) -> (Int, Int) {
        let remainder = number % divisor
        return remainder < 0 ? (number / divisor - 1, remainder + divisor) : (number / divisor, remainder)
    }

    /// Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March so that the leap day is last.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let year = month > 2 ? year : year - 1
        let leapDays = divide(year, by: 4).0 - divide(year, by: 100).0 + divide(year, by: 400).0
        return year * 365 + leapDays + ((month + 9) % 12 * 153 + 2) / 5 + day - 1 - 719_468
    }

    /// The date of a day: 400 years have 146,097 days.
    private static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = divide(days + 719_468, by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
    }
}

extension Timestamp: Codable {
    /// Reads ``text``.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let time = Timestamp(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a time such as 2026-11-21T12:00:00.000Z")
        }
        self = time
    }

    /// Writes ``text``.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
