import MigrationModel

/// What the service is and what happens to it.
enum RunbookHead {
    static func text(of service: PlannedService, _ context: PlanContext) -> String {
        let object = service.workload
        var text = "# \(MarkdownText.code(object.description))\n\n"
        text += "In cluster \(MarkdownText.code(service.cluster)), wave \(service.wave). "
        text += "It receives \(Wording.count(service.keys.count, "static key")): "
        text += Wording.list(service.keys.map { "\(MarkdownText.code($0.id)) (\($0.kind.words))" }) + ". "
        guard let identity = context.identity(of: service.id) else {
            return text
                + (service.exemption.isEmpty ? "" : "It is not moved: \(MarkdownText.prose(service.exemption)).")
                + "\n"
        }
        text += "Afterwards its Pods run as the ServiceAccount \(MarkdownText.code(identity.serviceAccount))"
        text +=
            identity.serviceAccount == identity.formerServiceAccount
            ? ", as before, " : ", so far \(MarkdownText.code(identity.formerServiceAccount)), "
        return text + "which takes \(MarkdownText.code(identity.role)) in \(MarkdownText.code(identity.account)) by "
            + "\(identity.mechanism.words).\n"
    }
}
