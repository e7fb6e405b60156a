import MigrationModel

/// What is in the folder, and what to do with it.
enum OverviewEnd {
    static func text(_ context: PlanContext) -> String {
        let isTerraform = context.configuration.preferences.infrastructure == .terraform
        var text = "## How to go on\n\n"
        text += "1. Review this page, the runbooks, and who may take which identity (`iam/`).\n"
        text +=
            "2. Accept what each identity may do, or give another policy for the service in `keyshift.yaml`, and plan again. "
        text +=
            isTerraform
            ? "Where nothing is known of it, its file of `terraform/` has a variable without a default.\n"
            : "Where nothing is known of it, attach policies and roles behind the step that makes the identity.\n"
        text +=
            isTerraform
            ? "3. Apply the folders of `terraform/` that its README has for prepare.\n"
            : "3. Run what `commands/prepare/` has, in the order of `plan.yaml`; `commands/undo/` has the way back from each.\n"
        text +=
            "4. Take the services one by one, by their runbooks. `kubernetes/` has the manifests and patches, for each "
            + "phase as a component that a kustomization names in `components`.\n"
        text += "5. Remove carriers and keys only behind the gates above.\n"
        return text
    }
}
