import MigrationModel

/// What follows from whoever else writes the objects.
enum ManagerWarnings {
    static func sentences(_ facts: RunbookFacts) -> [String] {
        guard facts.service.delivery == .gitOps else { return [] }
        return [
            "Something else keeps its objects (Helm, Argo CD, Flux or an operator) and would put a patch back: make each "
                + "change where that reads it; keyshift waits until the cluster shows it.",
            "After the key is deactivated, rolling back to a release from before the move brings a dead key back.",
        ]
    }
}
