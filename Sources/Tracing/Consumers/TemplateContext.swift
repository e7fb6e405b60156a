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
    /// What is known of carriers.
    var directory: CarrierDirectory
    /// Which of them hold keys.
    var holdings: KeyHoldings
    /// What the Secrets Store CSI driver makes.
    var synced: SyncedSecrets

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
