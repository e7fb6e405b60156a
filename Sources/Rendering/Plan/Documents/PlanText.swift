import MigrationModel
internal import StructuredText

/// The text of a plan's document and its id, with steps encoded a few at a time: all of them at once would be the largest tree of
/// the program.
struct PlanText {
    /// The id of the plan, see ``PlanIdentity/id(of:)``.
    let id: String
    /// The members as YAML, in the order in which they are declared.
    let members: [String]

    private static let steps = "steps"
    /// How many steps are encoded at a time.
    private static let together = 64

    init(_ plan: Plan) {
        var rest = plan
        rest.steps = []
        guard case .mapping(let members) = PlanDocument.value(of: rest) else {
            (id, self.members) = ("", [])
            return
        }
        var hash = SHA256Text()
        var texts: [String: String] = [:]
        var separator = "{"
        for member in members.sorted(by: { $0.key < $1.key }) {
            hash.add(separator + PlanIdentity.canonical(.string(member.key)) + ":")
            separator = ","
            if member.key == Self.steps {
                texts[member.key] = Self.text(of: plan.steps, &hash)
            } else {
                hash.add(PlanIdentity.canonical(member.value))
                texts[member.key] = MachineText.yaml(.mapping([member]))
            }
        }
        hash.add("}")
        id = hash.hex
        self.members = members.map { texts[$0.key] ?? "" }
    }

    /// The steps as YAML, in the place of the empty list that the rest of the plan has.
    private static func text(of steps: [Step], _ hash: inout SHA256Text) -> String {
        guard !steps.isEmpty else {
            hash.add("[]")
            return "\(self.steps): []\n"
        }
        var text = "\(self.steps):\n"
        for first in stride(from: 0, to: steps.count, by: together) {
            // Encoding a step cannot fail, as little as encoding a plan.
            let values = steps[first..<min(steps.count, first + together)].map {
                (try? StructuredEncoder.encode($0)) ?? .null
            }
            for (index, value) in values.enumerated() {
                hash.add((first + index == 0 ? "[" : ",") + PlanIdentity.canonical(value))
            }
            text += MachineText.yaml(.sequence(values))
        }
        hash.add("]")
        return text
    }
}
