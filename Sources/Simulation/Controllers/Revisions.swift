internal import StructuredText

/// The ControllerRevisions of StatefulSets and DaemonSets: one for each template that there was.
enum Revisions {
    /// The label by which a Pod tells the revision that it is of.
    static let label = "controller-revision-hash"

    /// The name of the revision of the template, which is made where there is none.
    static func current(of workload: StructuredValue, _ world: inout WorldState) -> String {
        let template = workload.at("spec", "template") ?? .null
        let name = "\(workload.name)-\(StableHash.letters(template, count: 10))"
        let all = world.cluster.owned(by: workload, .controllerRevision)
        let newest = all.compactMap { $0.at("revision")?.number }.max() ?? 0
        let found = all.first { $0.name == name }
        guard found == nil || found?.at("revision")?.number != newest else { return name }
        world.cluster.store(
            [
                "apiVersion": "apps/v1", "kind": "ControllerRevision",
                "metadata": [
                    "name": .string(name), "namespace": .string(workload.namespace),
                    "labels": .init(
                        texts: template.labels.merging([label: String(name.dropFirst(workload.name.count + 1))]) { $1 }),
                    "ownerReferences": .owned(by: workload),
                ],
                "data": ["spec": ["template": template]], "revision": .integer(newest + 1),
            ], .controllerRevision, world.now)
        return name
    }

    /// The template of a revision.
    static func template(_ name: String, of workload: StructuredValue, _ world: WorldState) -> StructuredValue? {
        world.cluster.object(.controllerRevision, workload.namespace, name)?.at("data", "spec", "template")
    }

    /// Deletes revisions beyond the limit, of which no Pod is any more.
    static func forget(_ workload: StructuredValue, keeping names: Set<String>, _ world: inout WorldState) {
        let idle = world.cluster.owned(by: workload, .controllerRevision).filter { !names.contains($0.name) }
            .sorted { ($0.at("revision")?.number ?? 0) < ($1.at("revision")?.number ?? 0) }
        let limit = workload.at("spec", "revisionHistoryLimit")?.number ?? 10
        for revision in idle.prefix(max(0, idle.count - limit)) {
            world.cluster.delete(revision, .controllerRevision, world.now)
        }
    }
}

extension StructuredValue {
    /// The revision that a Pod is of.
    var revision: String { labels[Revisions.label] ?? "" }
}
