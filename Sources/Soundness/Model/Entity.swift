import MigrationModel

/// A thing that steps change and services depend on: through these, and nothing else, services influence each other.
enum Entity: Hashable {
    case key(KeyName)
    case carrier(Carrier)
    case account(Account)
    case identity(String)
    case issuer(cluster: String, account: String)
    case workload(WorkloadID)

    /// A Secret or ConfigMap of one cluster.
    struct Carrier: Hashable {
        var cluster: String
        var kind: CarrierKind
        var namespace: String
        var name: String

        init(cluster: String, kind: CarrierKind, namespace: String, name: String) {
            self.cluster = cluster
            self.kind = kind
            self.namespace = namespace
            self.name = name
        }

        init?(cluster: String, _ object: ObjectReference) {
            guard let kind = CarrierKind(rawValue: object.kind) else { return nil }
            self.init(cluster: cluster, kind: kind, namespace: object.namespace ?? "", name: object.name)
        }
    }

    /// A ServiceAccount of one cluster.
    struct Account: Hashable {
        var cluster: String
        var namespace: String
        var name: String
    }

    /// A workload of one cluster.
    struct WorkloadID: Hashable {
        var cluster: String
        var object: ObjectReference
    }
}

extension WorldChange {
    /// What it changes.
    func entity(in cluster: String) -> Entity? {
        switch self {
        case .trustIssuer(let account), .distrustIssuer(let account): .issuer(cluster: cluster, account: account)
        case .makeIdentity(let id), .grantPermissions(let id), .revokePermissions(let id), .deleteIdentity(let id):
            .identity(id)
        case .makeAccount(let namespace, let name), .deleteAccount(let namespace, let name),
            .bind(let namespace, let name, _), .unbind(let namespace, let name, _):
            .account(Entity.Account(cluster: cluster, namespace: namespace, name: name))
        case .makeSecret(let object, _), .deleteSecret(let object), .keepCopy(let object), .dropCopy(let object),
            .remove(let object, _), .restore(let object):
            Entity.Carrier(cluster: cluster, object).map(Entity.carrier)
        case .edit(let object, _), .revert(let object, _), .awaitPods(let object), .startCanary(let object, _),
            .stopCanary(let object), .forgetRevisions(let object):
            .workload(Entity.WorkloadID(cluster: cluster, object: object))
        case .deactivate(let key), .activate(let key), .delete(let key), .deleteUser(let key): .key(key)
        }
    }
}
