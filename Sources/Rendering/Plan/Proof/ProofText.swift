public import MigrationModel

/// What was proven of a plan, for a terminal.
public enum ProofText {
    /// One line for a plan that is proven; for another one, what stands against it.
    public static func text(of proof: Proof) -> String {
        let lines = [head(proof)] + unexplored(proof) + violations(proof) + stops(proof)
        return lines.map(TerminalText.harmless).joined(separator: "\n") + "\n"
    }

    private static func head(_ proof: Proof) -> String {
        let size = [
            count(proof.services, "service"), count(proof.steps, "step"), count(proof.sharedKeys, "shared key"),
        ].joined(separator: ", ")
        let states = "\(count(proof.states, "state")) of \(count(proof.kinds, "kind")) of services"
        if proof.isProven { return "Proven: \(size): \(states), \(count(proof.holds.count, "property")) hold." }
        let why = proof.violations.isEmpty ? "it could not be explored whole" : "it can go wrong"
        return "Not proven: \(why). \(size): \(states)."
    }

    private static func unexplored(_ proof: Proof) -> [String] {
        proof.unexplored.isEmpty
            ? []
            : [
                "Too entangled to be explored whole, or not in world.yaml, so nothing is claimed of: "
                    + list(proof.unexplored)
            ]
    }

    /// The first of each property with the whole way that leads to it, the others in a line: they are mostly the same mistake.
    private static func violations(_ proof: Proof) -> [String] {
        var told: Set<SoundnessProperty> = []
        return proof.violations.enumerated().flatMap { index, one in
            told.insert(one.property).inserted ? violation(one, number: index + 1) : [short(one, number: index + 1)]
        }
    }

    private static func short(_ violation: Violation, number: Int) -> String {
        let service = violation.service.isEmpty ? "" : "\(violation.service): "
        return "\(number). \(violation.property.rawValue): \(service)\(violation.message)"
    }

    private static func violation(_ violation: Violation, number: Int) -> [String] {
        let place = [violation.service, violation.container].filter { !$0.isEmpty }.joined(separator: ", container ")
        let sdk = violation.family.isEmpty ? "" : " (with the SDK \(violation.family))"
        var lines = ["", "\(number). \(violation.property.rawValue): \(violation.property.sentence)"]
        if !place.isEmpty { lines.append("   \(place)\(sdk)") }
        for (index, event) in violation.events.enumerated() {
            lines.append("   \(index + 1)) " + (event.step.isEmpty ? "" : "\(event.step): ") + event.message)
            lines += event.credentials.map { "        \($0)" }
        }
        lines.append("   So: " + violation.message)
        lines.append("   Why it matters: " + violation.property.reason)
        if !violation.advice.isEmpty { lines.append("   What prevents it: " + violation.advice) }
        return lines + [""]
    }

    private static func stops(_ proof: Proof) -> [String] {
        guard !proof.stops.isEmpty else { return [] }
        let services = Set(proof.stops.map(\.service)).count
        return [
            "The canary of \(count(services, "service")) would not pass with some SDKs, and the service would keep its key: "
                + "say which SDK it has (sdk in keyshift.yaml), or see -o json."
        ]
    }

    private static func list(_ names: [String]) -> String {
        names.prefix(10).joined(separator: ", ") + (names.count > 10 ? " and \(names.count - 10) more" : "")
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        if noun == "property" { return "\(number) propert\(number == 1 ? "y" : "ies")" }
        return "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }

    /// A number with commas: 21,480.
    private static func grouped(_ number: Int) -> String {
        let digits = String(number)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
