import MigrationModel

/// One Pod template and where it stands: what every way on which a key can reach a container needs to know.
struct TemplateContext {
    /// The object that holds the template.
    var holder: WorkloadName
    /// The cluster of the object.
    var cluster: Int
    var template: PodTemplate
    /// `nil` when the input does not have it.
    var serviceAccount: ServiceAccountFacts?
    /// The keys that stand in the object itself.
    var inline: [KeyHoldings.Inline]
    /// What is known of carriers.
    var directory: CarrierDirectory
    /// Which of them hold keys.
    var holdings: KeyHoldings
    /// What the Secrets Store CSI driver makes.
    var synced: SyncedSecrets
    /// Where each volume stands, if there are too many to look through.
    private let volumesByName: [String: Int]?

    init(
        holder: WorkloadName, cluster: Int, template: PodTemplate, serviceAccount: ServiceAccountFacts?,
        inline: [KeyHoldings.Inline], directory: CarrierDirectory, holdings: KeyHoldings, synced: SyncedSecrets
    ) {
        (self.holder, self.cluster, self.template, self.serviceAccount) = (holder, cluster, template, serviceAccount)
        (self.inline, self.directory, self.holdings, self.synced) = (inline, directory, holdings, synced)
        volumesByName =
            template.volumes.count <= 16
            ? nil : Dictionary(template.volumes.indices.map { (template.volumes[$0].name, $0) }) { $1 }
    }

    /// The volume of a name; of several the last.
    func volume(named name: String) -> Volume? {
        if let volumesByName { return volumesByName[name].map { template.volumes[$0] } }
        return template.volumes.lastIndex { $0.name == name }.map { template.volumes[$0] }
    }

    /// A carrier in the namespace of the Pod.
    func carrier(_ kind: CarrierKind, _ name: String) -> CarrierKey {
        CarrierKey(cluster: cluster, kind: kind, namespace: holder.object.namespace, name: name)
    }
}

/// A key that comes to a container, before the container's service is known.
struct Received: Hashable {
    var key: KeyName
    /// `nil` where no container is named.
    var container: Container?
    var reception: Reception
    /// `nil` for what stands in the template itself.
    var carrier: CarrierKey?
    var entry: String?
    var optional = false
    var certainty = Consumption.Certainty.certain
}

/// One way on which keys reach containers; one file per way, one list.
protocol ReceptionWay: SendableMetatype {
    /// The keys that reach the containers of a template on this way.
    static func received(in context: TemplateContext) -> [Received]
}
