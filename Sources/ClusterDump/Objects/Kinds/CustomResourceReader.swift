import MigrationModel

/// Objects of a kind that nobody told us of: Pods may be described in them, and Secrets mentioned.
struct CustomResourceReader: ObjectReader {
    var pruning: Pruning { .search }

    func read(_ object: DumpedObject, into objects: inout ClusterObjects) {
        let templates = TemplateSearch.templates(in: object.root)
        if !templates.isEmpty { objects.workloads.append(WorkloadReader.workload(object, templates: templates)) }
        objects.mentions += MentionSearch.mentions(in: object, except: templates.map(\.path))
    }
}

/// Objects in which Secrets are mentioned but no Pods described.
struct MentionReader: ObjectReader {
    var pruning: Pruning { .search }

    func read(_ object: DumpedObject, into objects: inout ClusterObjects) {
        objects.mentions += MentionSearch.mentions(in: object, except: [])
    }
}
