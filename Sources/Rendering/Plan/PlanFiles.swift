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
        for piece in pieces(PlanContext(plan, configuration)) {
            for file in piece.files() { try body(file) }
        }
    }

    /// Hands out the same files from several threads, in no particular order.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - configuration: what the plan was made with.
    ///   - workers: how many threads there are.
    ///   - body: takes each file, on any of the threads; returns whether there is any use in going on.
    public static func each(
        of plan: Plan, configuration: Configuration, workers: Int, _ body: @Sendable (PlanFile) -> Bool
    ) {
        PlanPiece.run(pieces(PlanContext(plan, configuration)), workers: workers, body)
    }

    private static func pieces(_ context: PlanContext) -> [PlanPiece] { families.flatMap { $0.pieces(context) } }

    /// The document that tells one plan from another.
    ///
    /// - Parameter plan: the plan.
    /// - Returns: `plan.yaml`.
    public static func document(of plan: Plan) -> PlanFile { PlanDocument.file(plan) }

    /// Everything that a plan is written as, the largest single file first; a new kind of file is a line here.
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
    /// The same files in pieces that are made one by one.
    static func pieces(_ context: PlanContext) -> [PlanPiece]
}

extension PlanFileFamily {
    /// All in one; families of many large files do better.
    static func pieces(_ context: PlanContext) -> [PlanPiece] { [PlanPiece { files(context) }] }
}
