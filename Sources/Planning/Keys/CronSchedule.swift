/// How long a CronJob may go without a run.
///
/// Fields as [robfig/cron](https://pkg.go.dev/github.com/robfig/cron/v3#hdr-CRON_Expression_Format) reads them, which is what
/// [CronJobs](https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax) use; a day matches when
/// either of two restricted day fields does.
struct CronSchedule {
    private let minutes: [Int]
    private let hours: [Int]
    private let days: Set<Int>
    private let months: Set<Int>
    private let weekdays: Set<Int>
    private let isAnyDay: Bool
    private let isAnyWeekday: Bool

    /// Reads an expression; `nil` for one that no CronJob would take.
    init?(_ expression: String) {
        var fields = expression.split(separator: " ")
        if let first = fields.first, first.hasPrefix("TZ=") || first.hasPrefix("CRON_TZ=") { fields.removeFirst() }
        if fields.count == 1, let text = fields.first, let plain = Self.macros[String(text)] {
            fields = plain.split(separator: " ")
        }
        guard fields.count == 5, let minutes = Self.values(fields[0], 0...59),
            let hours = Self.values(fields[1], 0...23),
            let days = Self.values(fields[2], 1...31), let months = Self.values(fields[3], 1...12, Self.monthNames),
            let weekdays = Self.values(fields[4], 0...7, Self.weekdayNames)
        else { return nil }
        self.minutes = minutes.sorted()
        self.hours = hours.sorted()
        self.days = days
        self.months = months
        self.weekdays = Set(weekdays.map { $0 % 7 })
        isAnyDay = Self.isAny(fields[2])
        isAnyWeekday = Self.isAny(fields[4])
    }

    /// The longest time between two runs, in hours, rounded up; `nil` for a day that never comes, such as February 30.
    var longestGap: Int? {
        guard let first = minutes.first, let last = minutes.last, let early = hours.first, let late = hours.last else {
            return nil
        }
        var longest = 0
        for (one, next) in zip(minutes, minutes.dropFirst()) { longest = max(longest, next - one) }
        for (one, next) in zip(hours, hours.dropFirst()) { longest = max(longest, (next - one) * 60 + first - last) }
        guard let between = longestDays else { return nil }
        longest = max(longest, between * 1440 - (late * 60 + last) + early * 60 + first)
        return (longest + 59) / 60
    }

    /// The most days from one that matches to the next, over years enough for two leap days.
    private var longestDays: Int? {
        if isAnyDay, isAnyWeekday, months.count == 12 { return 1 }
        var (longest, previous): (Int, Int?) = (0, nil)
        var (day, weekday) = (0, 1)
        // From Monday, 2001-01-01.
        for year in 2001...2009 {
            for month in 1...12 {
                for date in 1...Self.length(of: month, in: year) {
                    if matches(month, date, weekday) {
                        if let previous { longest = max(longest, day - previous) }
                        previous = day
                    }
                    (day, weekday) = (day + 1, (weekday + 1) % 7)
                }
            }
        }
        return longest == 0 ? nil : longest
    }

    private func matches(_ month: Int, _ date: Int, _ weekday: Int) -> Bool {
        guard months.contains(month) else { return false }
        if isAnyDay || isAnyWeekday { return days.contains(date) && weekdays.contains(weekday) }
        return days.contains(date) || weekdays.contains(weekday)
    }

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    // MARK: Fields

    /// Whether a field leaves everything open; with a step it does not.
    private static func isAny(_ field: Substring) -> Bool { field == "*" || field == "?" }

    private static func values(_ field: Substring, _ range: ClosedRange<Int>, _ names: [String] = []) -> Set<Int>? {
        var values: Set<Int> = []
        for part in field.split(separator: ",", omittingEmptySubsequences: false) {
            let pieces = part.split(separator: "/", omittingEmptySubsequences: false)
            guard let first = pieces.first, pieces.count <= 2, let bounds = bounds(first, range, names) else {
                return nil
            }
            guard pieces.count == 2 else {
                values.formUnion(bounds)
                continue
            }
            guard let step = Int(pieces[1]), step > 0 else { return nil }
            // `5/10` runs to the end of the range.
            let end = first.contains("-") || isAny(first) ? bounds.upperBound : range.upperBound
            values.formUnion(stride(from: bounds.lowerBound, through: end, by: step))
        }
        return values.isEmpty ? nil : values
    }

    private static func bounds(_ text: Substring, _ range: ClosedRange<Int>, _ names: [String]) -> ClosedRange<Int>? {
        if text == "*" || text == "?" { return range }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { number($0, range, names) }
        guard let low = ends.first ?? nil, let high = ends.last ?? nil, ends.count <= 2, low <= high,
            range.contains(low), range.contains(high)
        else { return nil }
        return low...high
    }

    private static func number(_ text: Substring, _ range: ClosedRange<Int>, _ names: [String]) -> Int? {
        if let index = names.firstIndex(of: text.lowercased()) { return index + range.lowerBound }
        return Int(text)
    }

    private static let monthNames = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    private static let weekdayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    private static let macros = [
        "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *", "@monthly": "0 0 1 * *", "@weekly": "0 0 * * 0",
        "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@hourly": "0 * * * *",
    ]
}
