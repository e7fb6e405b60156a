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

    /// The first parts and how many more there are: `a, b and 997 more`.
    static func list(_ parts: [String], most: Int) -> String {
        guard parts.count > most else { return list(parts) }
        return parts.prefix(most).joined(separator: ", ") + " and \(grouped(parts.count - most)) more"
    }

    /// The same for names and paths, which a comma keeps apart better: `a, b, and 997 more`.
    static func series(_ parts: [String], most: Int) -> String {
        let rest = parts.count > most ? ["and \(grouped(parts.count - most)) more"] : []
        return (parts.prefix(most) + rest).joined(separator: ", ")
    }

    /// The sentence with a capital first, unless it begins with a name, which is left as it is written: `spec.replicas`.
    static func capitalized(_ sentence: String) -> String {
        let word = sentence.prefix { $0 != " " }
        guard word.utf8.allSatisfy((UInt8(ascii: "a")...UInt8(ascii: "z")).contains) else { return sentence }
        return sentence.prefix(1).uppercased() + sentence.dropFirst()
    }

    /// What happened and what to do next, as two sentences.
    ///
    /// The first may begin with the name of a field or a resource, which is left as it is written.
    static func sentences(_ message: String, _ advice: String) -> String {
        [message, advice.prefix(1).uppercased() + advice.dropFirst()].filter { !$0.isEmpty }
            .map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
    }

    /// How many there are of each noun, the most frequent first: `2 Secrets and 1 CronJob`.
    static func counts(_ numbers: [String: Int]) -> [String] {
        numbers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { count($0.value, $0.key) }
    }
}
