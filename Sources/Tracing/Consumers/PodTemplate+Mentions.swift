import MigrationModel

extension PodTemplate {
    /// Whether the Pod mentions a Secret or ConfigMap of one of these names, by whatever way.
    ///
    /// Most templates of a large cluster mention none, and need no closer look.
    func mentions(_ names: Set<String>) -> Bool {
        pullSecrets.contains(where: names.contains) || volumes.contains { $0.mentions(names) }
            || containers.contains { $0.mentions(names) }
    }
}

extension Container {
    /// Whether its variables come from an object of one of these names.
    func mentions(_ names: Set<String>) -> Bool {
        environmentFrom.contains { names.contains($0.object) }
            || environment.contains { entry in
                switch entry.source {
                case .secret(let reference), .configMap(let reference): names.contains(reference.object)
                case .literal, .other: false
                }
            }
    }
}

extension Volume {
    /// Whether it is filled from an object of one of these names; what a driver fetches is not known.
    func mentions(_ names: Set<String>) -> Bool {
        sources.contains { source in
            switch source {
            case .carrier(let files): names.contains(files.object)
            case .csi(_, let secret): secret.map(names.contains) ?? false
            case .secretsStore: true
            case .token: false
            }
        }
    }
}
