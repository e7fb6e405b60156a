public import MigrationModel

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
        guard step.actor == .keyshift, let cluster = cluster(of: step),
            let maker = tools.calls(cluster, givens(try facts()))
        else {
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
