public import MigrationModel

/// A plan as a folder: the document for machines, and what people review, read and apply.
public struct PlanFiles {
    /// The files of a plan, sorted by path.
    ///
    /// A function of its arguments: the same plan gives the same bytes. No file holds a secret, since no plan does.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - configuration: what the plan was made with, for accounts, regions and issuers of its clusters.
    /// - Returns: the files, each path once, also where a file system takes upper and lower case for the same.
    public static func files(of plan: Plan, configuration: Configuration) -> [PlanFile] {
        var files: [PlanFile] = []
        each(of: plan, configuration: configuration) { files.append($0) }
        return files.sorted { $0.path < $1.path }
    }

    /// Hands out the same files one after the other, so that a large plan never stands in memory as text.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - configuration: what the plan was made with.
    ///   - body: takes each file; those of a family come together.
    /// - Throws: what `body` throws.
    public static func each<Problem: Error>(
        of plan: Plan, configuration: Configuration, _ body: (PlanFile) throws(Problem) -> Void
    ) throws(Problem) {
        let context = PlanContext(plan, configuration)
        for family in families { try family.each(context, body) }
    }

    /// The document that tells one plan from another.
    ///
    /// - Parameter plan: the plan.
    /// - Returns: `plan.yaml`.
    public static func document(of plan: Plan) -> PlanFile { PlanDocument.file(plan) }

    /// Everything that a plan is written as; a new kind of file is a line here.
    private static let families: [any PlanFileFamily.Type] = [
        PlanDocument.self,
        PlanOverview.self,
        Runbook.self,
        TrustPolicyFile.self,
        PermissionPolicyFile.self,
        TerraformModule.self,
        KustomizeComponent.self,
        CommandFile.self,
    ]
}

/// A kind of files that a plan is written as.
protocol PlanFileFamily: SendableMetatype {
    /// The files of this kind; none where the plan needs none.
    static func files(_ context: PlanContext) -> [PlanFile]
    /// Hands out the same files one after the other.
    static func each<Problem: Error>(
        _ context: PlanContext, _ body: (PlanFile) throws(Problem) -> Void
    ) throws(Problem)
}

extension PlanFileFamily {
    /// One after the other of all that were made before; families of many large files do better.
    static func each<Problem: Error>(
        _ context: PlanContext, _ body: (PlanFile) throws(Problem) -> Void
    ) throws(Problem) {
        for file in files(context) { try body(file) }
    }
}
