import MigrationModel

/// How many keys were alive over time, as a drawing with its numbers in a table below.
enum BurnDownChart {
    private static let (width, height) = (760, 250)
    private static let (left, right, top, bottom) = (38, 96, 16, 30)

    static func text(_ facts: StatusFacts) -> String {
        let points = points(facts)
        guard let first = points.first, let last = points.last else { return "" }
        guard first.at < facts.report.at else {
            return """
                <figure class="chart"><figcaption>Live keys over time</figcaption>
                <p class="none">The line begins with the first step that is carried out.</p></figure>
                """
        }
        let began = "Keys that are live, inactive and deleted since \(first.at.day)"
        return """
            <figure class="chart"><figcaption>Live keys over time</figcaption>
            <div class="scroll"><svg viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="burn-title burn-text">
            <title id="burn-title">\(began)</title>
            <desc id="burn-text">\(first.live) live at the start, \(last.live) live and \(last.inactive) inactive now.</desc>
            \(drawing(points, until: facts.report.at))
            </svg></div>
            <details><summary>The numbers</summary><table><thead><tr><th scope="col">From</th><th scope="col" class="n">Live</th>\
            <th scope="col" class="n">Inactive</th><th scope="col" class="n">Deleted</th></tr></thead>
            <tbody>\(rows(points))</tbody></table></details></figure>
            """
    }

    /// The points of all migrations, added up at each moment at which one of them changed.
    static func points(_ facts: StatusFacts) -> [BurnDownPoint] {
        let series = facts.report.migrations.map(\.status.burnDown)
        let known = series.count == 1 ? series[0] : sum(series)
        guard known.isEmpty else { return known }
        let live = facts.retired.count(where: \.isLive)
        return facts.retired.isEmpty ? [] : [BurnDownPoint(at: facts.report.at, live: live, inactive: 0, deleted: 0)]
    }

    private static func sum(_ series: [[BurnDownPoint]]) -> [BurnDownPoint] {
        var current = series.map { _ in BurnDownPoint?.none }
        let moments = series.enumerated().flatMap { index, points in points.map { (index, $0) } }
            .sorted { $0.1.at < $1.1.at }
        return moments.map { index, point in
            current[index] = point
            let known = current.compactMap(\.self)
            return BurnDownPoint(
                at: point.at, live: known.reduce(0) { $0 + $1.live }, inactive: known.reduce(0) { $0 + $1.inactive },
                deleted: known.reduce(0) { $0 + $1.deleted })
        }
    }

    private static func rows(_ points: [BurnDownPoint]) -> String {
        points.suffix(200).map { point in
            "<tr><td>\(HTMLText.time(point.at.text, point.at.words))</td><td class=\"n\">\(point.live)</td>"
                + "<td class=\"n\">\(point.inactive)</td><td class=\"n\">\(point.deleted)</td></tr>\n"
        }.joined()
    }

    private static func drawing(_ points: [BurnDownPoint], until end: Timestamp) -> String {
        let start = points[0].at.milliseconds
        let span = max(end.milliseconds - start, 60_000)
        let most = max(points.map { $0.live + $0.inactive + $0.deleted }.max() ?? 1, 1)
        let x = { (time: Int) in left + (time - start) * (width - left - right) / span }
        let y = { (count: Int) in height - bottom - count * (height - top - bottom) / most }
        let last = points[points.count - 1]
        let live = area(points, end.milliseconds, x, y, from: { _ in 0 }, to: \.live)
        let inactive = area(points, end.milliseconds, x, y, from: \.live, to: { $0.live + $0.inactive })
        let hatch =
            "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
            + "<path class=\"hatch\" d=\"M0 0V6\"/></pattern></defs>\n"
        return hatch + grid(most, start, span, x, y)
            + "<path class=\"inactive\" d=\"\(inactive)\"/>\n<path class=\"live\" d=\"\(live)\"/>\n"
            + "<path class=\"top\" d=\"\(line(points, end.milliseconds, x, y))\"/>"
            + "<circle class=\"tip\" cx=\"\(width - right)\" cy=\"\(y(last.live))\" r=\"4.5\"/>\n" + labels(last, y)
    }

    /// A region between two counts, with steps where they change.
    private static func area(
        _ points: [BurnDownPoint], _ end: Int, _ x: (Int) -> Int, _ y: (Int) -> Int, from low: (BurnDownPoint) -> Int,
        to high: (BurnDownPoint) -> Int
    ) -> String {
        let ends = points.dropFirst().map(\.at.milliseconds) + [end]
        var upper = ""
        var lower: [String] = []
        for (point, end) in zip(points, ends) {
            let (from, to) = (x(point.at.milliseconds), x(max(end, point.at.milliseconds)))
            upper += "\(upper.isEmpty ? "M" : "L")\(from) \(y(high(point)))L\(to) \(y(high(point)))"
            lower.append("L\(to) \(y(low(point)))L\(from) \(y(low(point)))")
        }
        return upper + lower.reversed().joined() + "Z"
    }

    /// The number of live keys as a line with steps.
    private static func line(
        _ points: [BurnDownPoint], _ end: Int, _ x: (Int) -> Int, _ y: (Int) -> Int
    ) -> String {
        points.enumerated().map { index, point in
            "\(index == 0 ? "M\(x(point.at.milliseconds)) " : "H\(x(point.at.milliseconds))V")\(y(point.live))"
        }.joined() + "H\(x(end))"
    }

    private static func grid(_ most: Int, _ start: Int, _ span: Int, _ x: (Int) -> Int, _ y: (Int) -> Int) -> String {
        var text = ""
        let counts = most > 3 ? [0, most / 2, most] : Array(0...most)
        for count in counts {
            text +=
                "<path class=\"line\" d=\"M\(left) \(y(count))H\(width - right)\"/>"
                + "<text x=\"\(left - 8)\" y=\"\(y(count) + 4)\" class=\"end\">\(Wording.grouped(count))</text>\n"
        }
        var before = ""
        for part in 0...4 {
            let moment = Timestamp(milliseconds: start + span * part / 4)
            // Within a day or two, the hours tell more than the day.
            let label =
                span < 3 * 86_400_000 ? String(moment.words.dropFirst(5).prefix(11)) : String(moment.day.dropFirst(5))
            guard label != before else { continue }
            before = label
            text += "<text x=\"\(x(start + span * part / 4))\" y=\"\(height - 8)\" class=\"mid\">\(label)</text>\n"
        }
        return text
    }

    /// What each region is, at its end; not on top of each other.
    private static func labels(_ last: BurnDownPoint, _ y: (Int) -> Int) -> String {
        let live = y(last.live) + 4
        let inactive = min(y(last.live + last.inactive) + 4, live - 16)
        return "<text x=\"\(width - right + 8)\" y=\"\(live)\" class=\"label-live\">\(last.live) live</text>\n"
            + (last.inactive > 0
                ? "<text x=\"\(width - right + 8)\" y=\"\(inactive)\" class=\"label-inactive\">\(last.inactive) inactive</text>\n"
                : "")
    }
}
