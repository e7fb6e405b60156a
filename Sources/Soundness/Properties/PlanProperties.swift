import MigrationModel

/// What must hold of a plan as a whole, whatever happens; one file per rule, one list.
enum PlanProperties {
    private static let all: [any PlanProperty.Type] = [
        SoundOrder.self, PhaseOrder.self, KnownIdentities.self, ExactTrust.self, AcceptedPermissions.self,
        ContainedPermissions.self, EveryKeyEnds.self, EveryCarrierGoes.self, MarkedPoint.self,
    ]

    /// Everything that does not hold.
    static func violations(of graph: PlanGraph) -> [Violation] { all.flatMap { $0.violations(of: graph) } }
}

/// A rule for plans as a whole.
protocol PlanProperty: SendableMetatype {
    static func violations(of graph: PlanGraph) -> [Violation]
}
