public import MigrationModel

/// Makes the calls of steps through `kubectl`, `aws`, `gcloud` and `az`, as the user has them set up.
///
/// Values of Secrets and literals of templates pass through the memory of this process only: they are in no argument, no file, no
/// error, no preview and no deed.
public struct CallMaker: CallMaking {
    private let kubernetes: KubernetesAccess
    private let cloud: CloudAccess
    private let givens: [String: String]

    /// Creates a maker for the steps of one cluster.
    ///
    /// - Parameters:
    ///   - programs: runs the programs.
    ///   - clock: is waited on.
    ///   - cluster: the cluster, whose context every `kubectl` names.
    ///   - givens: what only a person knows, by name.
    public init(
        programs: any ProgramRunner, clock: any MigrationClock, cluster: PlannedCluster, givens: [String: String] = [:]
    ) {
        kubernetes = KubernetesAccess(programs, clock, cluster)
        cloud = CloudAccess(programs, clock)
        self.givens = givens
    }

    /// What a call would change, and whether it was made already.
    public func preview(_ call: Call) async throws(AccessProblem) -> CallPreview { try await step(call).preview() }

    /// Makes a call, unless the world shows that it was made already.
    public func make(_ call: Call, progress: @Sendable (String) -> Void) async throws(AccessProblem) -> Deed {
        try await step(call).make(progress)
    }

    private func step(_ call: Call) -> any CallStep {
        switch call {
        case .patch(let patch): PatchStep(patch, kubernetes)
        case .create(let manifest): CreateStep(manifest, kubernetes)
        case .derive(let derived): DeriveStep(derived, kubernetes)
        case .delete(let object): DeleteStep(object, kubernetes)
        case .include(let entry): EntryStep(entry, isIncluded: true, kubernetes)
        case .exclude(let entry): EntryStep(entry, isIncluded: false, kubernetes)
        case .keepCopy(let copy): CopyStep(copy, kubernetes)
        case .restoreCopy(let copy): RestoreStep(copy, kubernetes)
        case .keepLiterals(let literals): LiteralStep(literals, kubernetes)
        case .restoreLiterals(let literals): LiteralRestoreStep(literals, kubernetes)
        case .replacePods(let replacement): ReplacementStep(replacement, kubernetes)
        case .forgetRevisions(let action): RevisionStep(action, kubernetes)
        case .awaitRollout(let object): RolloutStep(object, kubernetes)
        case .cloud(let call): CloudStep(call, cloud, givens)
        }
    }
}
