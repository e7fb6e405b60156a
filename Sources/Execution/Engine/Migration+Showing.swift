public import MigrationModel

/// What a step would change, and how.
public struct StepPreview: Hashable, Sendable {
    /// The step.
    public var step: Step
    /// What each call would change; empty where somebody else acts.
    public var calls: [CallPreview]
    /// The files of the plan that say what somebody else has to do.
    public var files: [String]
    /// What only a person can do, in sentences.
    public var byHand: [String]
    /// Why it could not be looked up what would change; empty when it could.
    public var obstacle: String

    /// Creates a preview from its parts.
    public init(
        step: Step, calls: [CallPreview] = [], files: [String] = [], byHand: [String] = [], obstacle: String = ""
    ) {
        self.step = step
        self.calls = calls
        self.files = files
        self.byHand = byHand
        self.obstacle = obstacle
    }
}

extension Migration {
    /// What carrying a step out would change, without changing anything.
    ///
    /// - Parameter step: the step, by id.
    /// - Returns: the changes; a cluster that cannot be asked is told in it.
    /// - Throws: ``MigrationProblem`` when there is no such step.
    public func preview(_ step: String) async throws(MigrationProblem) -> StepPreview {
        let step = graph.steps[try place(step)]
        let procedure = procedures.procedure(of: step)
        var preview = try await preview(step, procedure.apply, files: procedure.files)
        preview.byHand = procedure.byHand
        return preview
    }

    func preview(_ step: Step, _ calls: [Call], files: [String]) async throws(MigrationProblem) -> StepPreview {
        var preview = StepPreview(step: step, files: step.actor == .keyshift ? [] : files)
        guard step.actor == .keyshift, let cluster = cluster(of: step), let maker = tools.calls(cluster) else {
            return preview
        }
        do throws(AccessProblem) {
            for call in calls { preview.calls.append(try await maker.preview(call)) }
        } catch {
            preview.obstacle = "\(error.code.rawValue): \(error.message) \(error.advice)"
        }
        return preview
    }
}
