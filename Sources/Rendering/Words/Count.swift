/// Numbers as people write them in a sentence.
enum Count {
    /// `1 key`, `3 keys`, `12,000 keys`.
    static func of(_ number: Int, _ noun: String) -> String {
        "\(grouped(number)) \(number == 1 ? noun : plural(noun))"
    }

    /// Thousands are set apart by commas.
    static func grouped(_ number: Int) -> String {
        var digits = Array(String(number.magnitude))
        for position in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: position) }
        return (number < 0 ? "-" : "") + String(digits)
    }

    /// `2.1 MB`: decimal units with one digit behind the point below a hundred.
    static func ofBytes(_ bytes: Int) -> String {
        if bytes < 1000 { return of(bytes, "byte") }
        var (value, unit) = (bytes, 0)
        // Tenths of the unit, rounded to nearest; 999,960 bytes are 1.0 MB and not 1000 kB.
        var tenths = (value + 50) / 100
        while tenths >= 9995, unit < 4 {
            value /= 1000
            tenths = (value + 50) / 100
            unit += 1
        }
        let name = ["kB", "MB", "GB", "TB", "PB"][unit]
        return tenths < 1000 ? "\(tenths / 10).\(tenths % 10) \(name)" : "\(grouped((tenths + 5) / 10)) \(name)"
    }

    /// The plural of a noun, also of kinds of Kubernetes (`Ingresses`, `NetworkPolicies`, `Gateways`).
    static func plural(_ noun: String) -> String {
        let lower = noun.lowercased()
        if ["s", "x", "ch", "sh"].contains(where: lower.hasSuffix) { return noun + "es" }
        let vowelBeforeY = ["ay", "ey", "iy", "oy", "uy"].contains(where: lower.hasSuffix)
        if lower.hasSuffix("y"), !vowelBeforeY { return noun.dropLast() + "ies" }
        return noun + "s"
    }
}
