import MigrationModel
import StructuredText

/// No container receives a key that the migration takes away, nor any other static source that would win.
enum NoStaticSource: LookingVerification {
    static let verification = Verification.noStaticSource

    static func look(_ step: Step, in scene: Scene) async throws(AccessProblem) -> Verdict {
        let reference = try step.requireWorkload()
        let found = try await CanaryPods.look(step, scene)
        if let gap = try await leftover(step, found, scene) { return gap }
        let scan = try await scene.reading(step.cluster).scan([reference.namespace ?? ""])
        let sources = StaticSources(scan.value, step, found.pods, scene)
        let evidence = found.evidence + [scan.evidence(sources.statement)]
        if let consumption = sources.received.first {
            return .violated(
                "\(holder(consumption)) still receives \(consumption.key.id)\(way(consumption)).", evidence)
        }
        if let identity = sources.winning.first {
            return .violated(
                "A static source would still win in container \(identity.container) of \(identity.service.object).",
                evidence)
        }
        if let identity = sources.falling.first {
            return .violated(
                "Container \(identity.container) of \(identity.service.object) would fall back to the identity of its node.",
                evidence)
        }
        guard !found.pods.isEmpty || found.idleness != nil else {
            return .notYet("There is no Pod yet that could show it.", evidence)
        }
        return .satisfied("No container of \(reference) receives a key of the plan.", evidence)
    }

    /// What the plan removes and is still there, in the template or in a Pod.
    private static func leftover(
        _ step: Step, _ found: CanaryPods.Found, _ scene: Scene
    ) async throws(AccessProblem) -> Verdict? {
        guard let change = scene.change(of: step), let reference = step.workload else { return nil }
        if case .changeWorkload = step.action, let place = change.template {
            let answer = try await scene.reading(step.cluster).object(reference)
            if let template = answer.value?.seen(at: place),
                let first = TemplateSight(value: template).shortcomings(of: change).left.first
            {
                let manager = answer.value.map { SeenObject($0).managedBy } ?? ""
                return scene.missing(
                    step, "The template of \(reference) still has a static source: \(first)\(manager).",
                    found.evidence + [answer.evidence("The template is not the new one.")])
            }
        }
        for pod in found.pods {
            if let first = TemplateSight(value: pod.object.value).shortcomings(of: change).left.first {
                return .former("The Pod \(pod.name) still has a static source: \(first).", found.evidence)
            }
        }
        return nil
    }

    private static func holder(_ consumption: Consumption) -> String {
        consumption.container.map { "Container \($0) of \(consumption.object)" } ?? "\(consumption.object)"
    }

    private static func way(_ consumption: Consumption) -> String {
        consumption.carrier.map { " from \($0)" } ?? ""
    }
}

/// What a scan says of the static sources of one workload, or of its canary.
private struct StaticSources {
    /// Ways on which a key of the plan, or one that the plan does not know, still comes in.
    private(set) var received: [Consumption] = []
    /// Containers in which a static source would win that is of no key which may stay.
    private(set) var winning: [ContainerIdentity] = []
    /// Containers in which nothing but the node's identity is left.
    private(set) var falling: [ContainerIdentity] = []

    init(_ report: ScanReport, _ step: Step, _ pods: [PodSight], _ scene: Scene) {
        let names = Set(pods.map(\.name))
        let own = Self.names(of: step)
        let consumptions = report.trace.consumptions.filter { consumption in
            Self.isPod(consumption.object, names) || own.contains(Self.name(consumption.object))
        }
        let fates = Dictionary(scene.plan.keys.map { ($0.key, $0.fate) }, uniquingKeysWith: { first, _ in first })
        let bait = Set(
            report.keys.filter { $0.nature != .ordinary }.map { KeyName(kind: $0.identity.kind, id: $0.identity.id) })
        received = consumptions.filter { fates[$0.key].map { $0 == .retire } ?? !bait.contains($0.key) }
        let staying = Set(consumptions.filter { !received.contains($0) }.compactMap(\.container))
        let mechanism = scene.plan.identities.first { $0.services.contains(step.service) }?.mechanism
        for identity in report.trace.identities where own.contains(Self.name(identity.service.object)) {
            guard identity.provider == mechanism?.provider, !staying.contains(identity.container) else { continue }
            let natures = identity.next.map { Self.nature($0.outcome) }
            if natures.contains(.fixed) { winning.append(identity) }
            // An association of Pod Identity is not seen in a cluster.
            if natures == [.node], mechanism == .irsa || mechanism == .aksWorkloadIdentity { falling.append(identity) }
        }
    }

    /// What was seen, in one sentence.
    var statement: String {
        received.isEmpty && winning.isEmpty && falling.isEmpty
            ? "No container receives a key."
            : "\(WorkloadSight.count(received.count, "way")) on which a key is received."
    }

    /// The objects whose templates count: the workload, or the canary beside it; of a canary within the workload only its Pod.
    private static func names(of step: Step) -> Set<String> {
        guard let workload = step.workload else { return [] }
        guard case .runCanary(let action) = step.action else { return [name(workload)] }
        switch action.form {
        case .twin: return ["Deployment/\(action.name)"]
        case .manualJob: return ["Job/\(action.name)"]
        case .copy: return ["\(workload.kind)/\(action.name)"]
        case .partition, .oneNode: return []
        }
    }

    private static func name(_ object: ObjectReference) -> String { "\(object.kind)/\(object.name)" }

    private static func isPod(_ object: ObjectReference, _ names: Set<String>) -> Bool {
        object.kind == "Pod" && names.contains(object.name)
    }

    private static func nature(_ outcome: CredentialOutcome) -> CredentialSource.Nature? {
        if case .uses(_, let nature) = outcome { nature } else { nil }
    }
}
