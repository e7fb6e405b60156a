import MigrationModel

/// A template change while it is put together, with the templates that it is about.
struct TemplateDraft {
    /// A container with the template that it belongs to.
    struct Spot {
        var template: PodTemplate
        var container: Container
        /// Where the container stands; `nil` where no patch reaches it.
        var pointer: String?
    }

    let member: ServiceSelection.Member
    let spots: [Spot]
    /// Where the Pod template stands; `nil` for kinds of which only the containers are known.
    let template: String?
    var change = TemplateChange()
    private var pinned: Set<String> = []

    init(_ member: ServiceSelection.Member) {
        self.member = member
        let templates = member.workload?.templates ?? member.derived
        spots = templates.flatMap { template in
            template.containers.map { container in
                // Nothing takes an ephemeral container out of a Pod but the end of the Pod.
                let isReachable = container.role != .ephemeral && !container.path.steps.isEmpty
                return Spot(
                    template: template, container: container,
                    pointer: isReachable ? JSONPointer.pointer(to: container.path) : nil)
            }
        }
        let isWhole = member.workload != nil && PodTemplateKinds.have(member.name) && templates.count == 1
        template =
            isWhole
            ? templates.first.flatMap { JSONPointer.pointer(to: ValuePath(Array($0.path.steps.dropLast()))) } : nil
        change.template = template
    }

    /// The container of a consumption; names are unique in a Pod.
    func spot(_ container: String?) -> Spot? { spots.first { $0.container.name == container } }

    /// Leaves something to a person.
    mutating func leave(_ name: String, in container: String) {
        let role = spot(container)?.container.role
        change.removals.append(.init(kind: .byHand, container: container, name: name, role: role))
    }

    /// Removes one entry of a list of a container, or leaves it to a person where it cannot be described exactly.
    mutating func remove(
        _ kind: TemplateChange.Removal.Kind, _ name: String, of spot: Spot, _ list: String, at index: Int,
        entry: String?
    ) {
        guard let pointer = spot.pointer, let entry else { return leave(name, in: spot.container.name) }
        pin(spot, list)
        change.removals.append(
            .init(
                kind: kind, container: spot.container.name, name: name, role: spot.container.role,
                pointer: "\(pointer)/\(list)/\(index)", entry: entry))
    }

    /// Removes every entry of `env` of a name: where the last one goes, the one before it would count.
    mutating func removeVariable(_ name: String, of spot: Spot) {
        guard spot.container.environment.contains(where: { $0.name == name }) else {
            return leave(name, in: spot.container.name)
        }
        let moved = LiteralSteps.moved(in: member, spot.container)
        for (index, entry) in spot.container.environment.enumerated() where entry.name == name {
            let secret = moved.contains(index) ? LiteralSteps.secret(of: member, spot.container.name) : ""
            remove(
                .variable, name, of: spot, "env", at: index, entry: EntryManifests.variable(entry, movedTo: secret))
        }
    }

    /// Notes what a list of a container holds.
    mutating func pin(_ spot: Spot, _ list: String) {
        guard let pointer = spot.pointer, pinned.insert("\(pointer)/\(list)").inserted else { return }
        let container = spot.container
        let names: [String] =
            switch list {
            case "env": container.environment.map(\.name)
            case "envFrom":
                container.environmentFrom.map { ($0.kind == .secret ? "secretRef/" : "configMapRef/") + $0.object }
            default: container.mounts.map(\.path)
            }
        change.lists.append(.init(pointer: "\(pointer)/\(list)", names: names))
    }

    /// Notes what `volumes` of a template holds, and says where they are.
    mutating func pinVolumes(of template: PodTemplate) -> String? {
        guard self.template != nil, let pod = JSONPointer.pointer(to: template.path) else { return nil }
        let pointer = pod + "/volumes"
        if pinned.insert(pointer).inserted {
            change.lists.append(.init(pointer: pointer, names: template.volumes.map(\.name)))
        }
        return pointer
    }
}

/// The kinds whose objects hold one whole Pod template, at a place that is the same for all of them.
enum PodTemplateKinds {
    private static let all: Set<String> = [
        "v1/Pod", "v1/ReplicationController", "apps/v1/Deployment", "apps/v1/ReplicaSet", "apps/v1/StatefulSet",
        "apps/v1/DaemonSet", "batch/v1/Job", "batch/v1/CronJob", "batch/v1beta1/CronJob",
        "extensions/v1beta1/Deployment", "extensions/v1beta1/ReplicaSet", "extensions/v1beta1/DaemonSet",
        "argoproj.io/v1alpha1/Rollout", "apps.openshift.io/v1/DeploymentConfig", "serving.knative.dev/v1/Service",
    ]

    /// Whether an object is of one of them.
    static func have(_ object: ObjectReference) -> Bool { all.contains("\(object.apiVersion)/\(object.kind)") }
}
