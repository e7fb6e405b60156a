/// What another revision of a plan changes, and what it would strand.
public struct PlanDifference: Hashable, Sendable, Codable {
    /// Steps that mean the same in both; what was done of them stays done.
    public var same: [String]
    /// Steps that mean something else now and of which nothing was done.
    public var changed: [String]
    /// Steps that only the new plan has.
    public var added: [String]
    /// Steps that only the former plan has and of which nothing was done.
    public var gone: [String]
    /// Steps that were done, or begun, and mean something else now: to be undone, or done again.
    public var outdated: [String]
    /// Steps that were done, or begun, and that the new plan does not have: what they made stays until somebody removes it.
    public var stranded: [String]

    /// Whether accepting the revision needs a person to look at what was done already.
    public var touchesWhatWasDone: Bool { !outdated.isEmpty || !stranded.isEmpty }

    /// Creates a difference from its parts.
    public init(
        same: [String] = [], changed: [String] = [], added: [String] = [], gone: [String] = [],
        outdated: [String] = [], stranded: [String] = []
    ) {
        self.same = same
        self.changed = changed
        self.added = added
        self.gone = gone
        self.outdated = outdated
        self.stranded = stranded
    }

    /// Compares two revisions.
    ///
    /// - Parameters:
    ///   - former: the steps of the plan that is carried out.
    ///   - next: the steps of the plan that would take its place.
    ///   - touched: the steps, by id, that may have changed the world.
    /// - Returns: the difference, steps in the order of their plans; a step that an earlier revision stranded and `next` has
    ///   again is outdated, since nobody knows what it meant then.
    public static func between(
        _ former: [StepOutline], and next: [StepOutline], touched: Set<String>
    ) -> PlanDifference {
        let before = Dictionary(former.map { ($0.id, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        let after = Set(next.map(\.id))
        var result = PlanDifference()
        for step in next {
            switch before[step.id] {
            case step.sha256: result.same.append(step.id)
            case .some where touched.contains(step.id), nil where touched.contains(step.id):
                result.outdated.append(step.id)
            case .some: result.changed.append(step.id)
            case nil: result.added.append(step.id)
            }
        }
        for step in former where !after.contains(step.id) {
            if touched.contains(step.id) { result.stranded.append(step.id) } else { result.gone.append(step.id) }
        }
        return result
    }
}
