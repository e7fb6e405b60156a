import MigrationModel

/// Where the parts of a Pod template stand in the objects of one kind, written down once for all of them.
struct TemplatePlaces: Sendable {
    /// The fields from the object to what has `metadata` and `spec` of a Pod.
    let holder: [StaticString]
    /// The way to the Pod's `spec`.
    let spec: ValuePath
    private let containers: [ValuePath]
    private let initContainers: [ValuePath]

    init(holder: [StaticString]) {
        self.holder = holder
        spec = ValuePath(holder.map { .field("\($0)") } + [.field("spec")])
        let steps = spec.steps
        containers = (0..<4).map { ValuePath(steps + [.field("containers"), .index($0)]) }
        initContainers = (0..<2).map { ValuePath(steps + [.field("initContainers"), .index($0)]) }
    }

    /// The way to a container of the Pod; `nil` where nobody has so many.
    func container(_ index: Int, of role: Container.Role) -> ValuePath? {
        switch role {
        case .main: containers.indices.contains(index) ? containers[index] : nil
        case .initial: initContainers.indices.contains(index) ? initContainers[index] : nil
        case .sidecar, .ephemeral: nil
        }
    }
}
