public import MigrationModel
internal import StructuredText

/// `world.yaml`: what the plan was proven against, so that it can be proven again.
public enum WorldDocument {
    /// The name of the file in the folder of a plan.
    public static let path = "world.yaml"

    /// The file.
    public static func file(of world: World) -> PlanFile {
        let head = """
            # What this plan is proven against: which keys come to which containers and how, as the inputs showed it.
            # `keyshift plan --check DIR` proves plan.yaml against it again.

            """
        return PlanFile(path: path, contents: head + MachineText.yaml(value(of: world)))
    }

    /// A world as members in the order in which they are declared.
    static func value(of world: World) -> StructuredValue {
        (try? StructuredEncoder.encode(world)) ?? .null
    }
}
