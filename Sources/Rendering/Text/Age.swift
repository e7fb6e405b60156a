/// How long ago something was, in days, or in hours or minutes when it is less: `412d`, `5h`, `12m`.
public enum Age {
    /// The time between two RFC 3339 timestamps, or `nil` when either is none.
    ///
    /// What lies in the future is `0m` old: clocks differ.
    public static func text(from created: String, to now: String) -> String? {
        guard let start = seconds(created), let end = seconds(now) else { return nil }
        let minutes = max(0, end - start) / 60
        if minutes < 60 { return "\(minutes)m" }
        if minutes < 24 * 60 { return "\(minutes / 60)h" }
        return "\(minutes / (24 * 60))d"
    }

    /// Seconds since 1970 of an RFC 3339 timestamp, fractions ignored.
    static func seconds(_ timestamp: String) -> Int? {
        let bytes = Array(timestamp.utf8)
        guard bytes.count >= 20, bytes[4] == dash, bytes[7] == dash, bytes[13] == colon, bytes[16] == colon,
            bytes[10] | 0x20 == UInt8(ascii: "t"),
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
            let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]), let second = number(bytes[17..<19]),
            (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 61,
            let offset = offset(bytes[19...].drop { $0 == UInt8(ascii: ".") || isDigit($0) })
        else { return nil }
        return days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset
    }

    private static let dash = UInt8(ascii: "-")
    private static let colon = UInt8(ascii: ":")

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy(isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Seconds of `Z` or `+01:00`.
    private static func offset(_ zone: ArraySlice<UInt8>) -> Int? {
        let zone = Array(zone)
        if zone.count == 1, zone[0] | 0x20 == UInt8(ascii: "z") { return 0 }
        guard zone.count == 6, zone[3] == colon, zone[0] == dash || zone[0] == UInt8(ascii: "+"),
            let hours = number(zone[1..<3]), let minutes = number(zone[4..<6])
        else { return nil }
        return (zone[0] == dash ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    /// Days since 1970-01-01 of a date in the Gregorian calendar, counted in years that begin in March so that the leap
    /// day is the last of its year.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month > 2 ? year : year - 1
        let monthFromMarch = (month + 9) % 12
        let leapDays = year / 4 - year / 100 + year / 400
        return year * 365 + leapDays + (monthFromMarch * 153 + 2) / 5 + day - 1 - daysBefore1970
    }

    /// Days from 0000-03-01 to 1970-01-01.
    private static let daysBefore1970 = 719_468
}
