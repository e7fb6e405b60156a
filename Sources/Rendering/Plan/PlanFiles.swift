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
        let context = PlanContext(plan, configuration)
        return families.flatMap { $0.files(context) }.sorted { $0.path < $1.path }
    }

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
}
