import MigrationModel

/// Reads a Pod's `metadata` and `spec`, wherever they stand in an object.
enum PodTemplateReader {
    /// Reads the `spec` behind a path, with the `metadata` beside it.
    ///
    /// - Parameters:
    ///   - spec: what describes the Pod.
    ///   - metadata: what stands beside it.
    ///   - path: the way to the `spec`.
    ///   - places: the ways to its parts, where they are known beforehand.
    /// - Returns: the template.
    static func template(
        _ spec: Branch, metadata: Branch?, at path: ValuePath, _ places: TemplatePlaces? = nil
    ) -> PodTemplate {
        let reader = ContainerReader(path: path, places: places)
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
