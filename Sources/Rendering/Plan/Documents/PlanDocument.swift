import MigrationModel
internal import StructuredText

/// `plan.yaml`: the whole plan, for machines and for whoever wants to see everything.
enum PlanDocument: PlanFileFamily {
    static func files(_ context: PlanContext) -> [PlanFile] { [file(context.plan)] }

    static func file(_ plan: Plan) -> PlanFile {
        let text = PlanText(plan)
        let head = """
            # A keyshift migration plan. Its id is the SHA-256 of its canonical encoding, JSON with sorted keys:
            # \(text.id)

            """
        return PlanFile(path: "plan.yaml", contents: text.members.reduce(into: head) { $0 += $1 })
    }

    /// The plan as the document has it: members in the order in which they are declared, and reasons once.
    static func value(of plan: Plan) -> StructuredValue { SharedReasons.fold(plain(plan)) }

    /// The plan with the reasons of each service beside it.
    static func plain(_ plan: Plan) -> StructuredValue {
        // Encoding a plan cannot fail: it has no number with a fraction, and the encoder takes everything else.
        (try? StructuredEncoder.encode(plan)) ?? .null
    }
}
