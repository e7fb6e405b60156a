import MigrationModel

/// Reads a Pod's `metadata` and `spec`, wherever they stand in an object.
enum PodTemplateReader {
    /// Reads the `spec` behind a path, with the `metadata` beside it.
    ///
    /// - Parameters:
    ///   - holder: the mapping that has `metadata` and `spec`: a Pod, or `spec.template` of a Deployment.
    ///   - steps: the fields from the object to the holder.
    /// - Returns: the template; `nil` where there is no `spec`.
    static func template(in holder: Branch, at steps: [ValuePath.Step]) -> PodTemplate? {
        guard let spec = holder["spec"], spec.isMapping else { return nil }
        return template(spec, metadata: holder["metadata"], at: ValuePath(steps + [.field("spec")]))
    }

    /// Reads a `spec`.
    static func template(_ spec: Branch, metadata: Branch?, at path: ValuePath) -> PodTemplate {
        let reader = ContainerReader(path: path)
        var template = PodTemplate(
            path: path, labels: metadata?["labels"]?.settings ?? [:],
            annotations: metadata?["annotations"]?.settings ?? [:])
        read(spec, into: &template)
        template.containers =
            reader.containers("initContainers", of: spec, .initial) + reader.containers("containers", of: spec, .main)
            + reader.containers("ephemeralContainers", of: spec, .ephemeral)
        return template
    }

    /// Reads everything of a `spec` but its containers.
    static func read(_ spec: Branch, into template: inout PodTemplate) {
        let account = serviceAccount(of: spec)
        template.serviceAccount = account ?? template.serviceAccount
        template.namesServiceAccount = account != nil
        template.mountsToken = spec["automountServiceAccountToken"]?.flag
        template.usesHostNetwork = spec["hostNetwork"]?.flag == true
        template.nodeSelector = spec["nodeSelector"]?.settings ?? [:]
        template.node = spec["nodeName"]?.name ?? ""
        template.pullSecrets = spec["imagePullSecrets"]?.names ?? []
        template.volumes = spec["volumes"]?.elements.compactMap(VolumeReader.volume) ?? []
    }

    /// The ServiceAccount that a `spec` names; `serviceAccount` is the older field, which the API server keeps the same.
    static func serviceAccount(of spec: Branch) -> String? {
        spec["serviceAccountName"]?.name ?? spec["serviceAccount"]?.name
    }
}
