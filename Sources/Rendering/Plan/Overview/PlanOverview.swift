import MigrationModel

/// `README.md`: the plan for the reviewer of a pull request.
enum PlanOverview: PlanFileFamily {
    static func files(_ context: PlanContext) -> [PlanFile] {
        let sections = [
            OverviewHead.text(context), OverviewHandovers.text(context), OverviewServices.text(context),
            OverviewPermissions.text(context), WaveDiagram.text(context), OverviewKeys.text(context),
            OverviewGates.text(context), OverviewProof.text(context),
            OverviewEnd.text(context),
        ]
        return [PlanFile(path: "README.md", contents: sections.filter { !$0.isEmpty }.joined(separator: "\n"))]
    }
}
