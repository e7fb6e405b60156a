import MigrationModel
internal import StructuredText

/// `plan.yaml`: the whole plan, for machines and for whoever wants to see everything.
enum PlanDocument: PlanFileFamily {
    static func files(_ context: PlanContext) -> [PlanFile] {
        let head = """
            # A keyshift migration plan. Its id is the SHA-256 of its canonical encoding, JSON with sorted keys:
            # \(PlanIdentity.id(of: context.plan))

            """
        return [PlanFile(path: "plan.yaml", contents: head + MachineText.yaml(value(of: context.plan)))]
    }

    /// The plan as members in the order in which they are declared.
    static func value(of plan: Plan) -> StructuredValue {
        // Encoding a plan cannot fail: it has no number with a fraction, and the encoder takes everything else.
        (try? StructuredEncoder.encode(plan)) ?? .null
    }
}
