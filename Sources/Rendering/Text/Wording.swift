/// Counts and lists as English prose.
enum Wording {
    /// `1 Secret`, `12,345 Pods`.
    static func count(_ number: Int, _ noun: String) -> String {
        grouped(number) + " " + (number == 1 ? noun : plural(noun))
    }

    /// The number with commas between groups of three digits.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    /// The plural of a noun or of the kind of an object: `Ingresses`, `NetworkPolicies`; `Endpoints` stays.
    static func plural(_ noun: String) -> String {
        if ["ss", "x", "ch", "sh"].contains(where: noun.hasSuffix) { return noun + "es" }
        if noun.hasSuffix("s") { return noun }
        let vowels = ["ay", "ey", "oy", "uy"]
        if noun.hasSuffix("y"), !vowels.contains(where: noun.hasSuffix) { return noun.dropLast() + "ies" }
        return noun + "s"
    }

    /// `a`, `a and b`, `a, b and c`.
    static func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }

    /// How many there are of each noun, the most frequent first: `2 Secrets and 1 CronJob`.
    static func counts(_ numbers: [String: Int]) -> [String] {
        numbers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { count($0.value, $0.key) }
    }
}
