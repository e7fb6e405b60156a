internal import MigrationModel

/// How long ago something happened, in the largest unit that says enough.
enum Age {
    /// `412d`, `5h` or `3m` between two times of RFC 3339 in UTC; `nil` when one is not such a time or lies in the future.
    static func text(from created: String, to now: String) -> String? {
        guard let start = seconds(created), let end = seconds(now), end >= start else { return nil }
        let age = end - start
        if age >= 86_400 { return "\(age / 86_400)d" }
        return age >= 3600 ? "\(age / 3600)h" : "\(age / 60)m"
    }

    /// The age of the oldest of a key's carriers.
    static func oldest(of key: StaticKey, at now: String) -> String? {
        // Times of the API server are all of one length, so the earliest is the least.
        key.carriers.compactMap(\.created).min().flatMap { text(from: $0, to: now) }
    }

    /// Seconds since 1970; fractions of a second are ignored.
    private static func seconds(_ time: String) -> Int? {
        let bytes = Array(time.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes.last == UInt8(ascii: "Z"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let day = CalendarDay(time.prefix(10)), let hour = twoDigits(bytes[11], bytes[12]),
            let minute = twoDigits(bytes[14], bytes[15]), let second = twoDigits(bytes[17], bytes[18])
        else { return nil }
        return day.number * 86_400 + hour * 3600 + minute * 60 + second
    }

    private static func twoDigits(_ tens: UInt8, _ ones: UInt8) -> Int? {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard digits ~= tens, digits ~= ones else { return nil }
        return Int(tens - UInt8(ascii: "0")) * 10 + Int(ones - UInt8(ascii: "0"))
    }
}
