import MigrationModel

/// Every verification.
enum StepVerifications {
    static func check(_ step: Step, in scene: Scene) async -> [StepCheck] { [] }
}
