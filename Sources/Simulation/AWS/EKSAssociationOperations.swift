import MigrationModel
internal import StructuredText

/// `aws eks …` of Pod Identity associations, and what a cluster says of itself.
enum EKSAssociationOperations {
    static let all: [String: AWSCommand.Operation] = [
        "eks describe-cluster": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let name = try request.required("name")
            guard name == world.cluster.name else { throw missing(name) }
            return [
                "cluster": [
                    "name": .string(name), "status": "ACTIVE",
                    "arn": .string("arn:aws:eks:\(world.cluster.region):\(world.account.id):cluster/\(name)"),
                    "identity": ["oidc": ["issuer": .string(world.cluster.issuer)]],
                ]
            ]
        },
        "eks describe-addon": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            _ = try cluster(request, world)
            let name = try request.required("addon-name")
            guard name == "eks-pod-identity-agent" else {
                throw AWSFailure("ResourceNotFoundException", "No addon: \(name) found in cluster")
            }
            return ["addon": ["addonName": .string(name), "status": "ACTIVE"]]
        },
        "eks create-pod-identity-association": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let cluster = try cluster(request, world)
            let (namespace, account) = (
                try request.required("namespace"), try request.required("service-account")
            )
            guard world.account.association(cluster, namespace, account) == nil else {
                throw AWSFailure(
                    "ResourceInUseException",
                    "Association already exists: a-existing for cluster \(cluster), namespace \(namespace)")
            }
            let role = try request.required("role-arn")
            guard world.account.roles[SimulatedAccount.lastPart(role)] != nil else {
                throw AWSFailure("InvalidParameterException", "Role provided in the request does not exist.")
            }
            let association = SimulatedAccount.Association(
                id: world.account.nextID("a-").lowercased(), cluster: cluster, namespace: namespace,
                serviceAccount: account, role: role, target: request.text("target-role-arn"), created: world.now,
                tags: request.tags)
            world.account.associations[association.id] = association
            return ["association": describe(association, world)]
        },
        "eks list-pod-identity-associations": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let cluster = try cluster(request, world)
            let (namespace, account) = (request.text("namespace"), request.text("service-account"))
            let found = world.account.associations.values.filter {
                $0.cluster == cluster && (namespace.isEmpty || $0.namespace == namespace)
                    && (account.isEmpty || $0.serviceAccount == account)
            }.sorted { $0.id < $1.id }
            return ["associations": .sequence(found.map { summary($0, world) })]
        },
        "eks describe-pod-identity-association": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            ["association": describe(try association(request, world), world)]
        },
        "eks update-pod-identity-association": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            var association = try association(request, world)
            if !request.text("role-arn").isEmpty { association.role = request.text("role-arn") }
            if request.has("target-role-arn") { association.target = request.text("target-role-arn") }
            world.account.associations[association.id] = association
            return ["association": describe(association, world)]
        },
        "eks delete-pod-identity-association": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let association = try association(request, world)
            world.account.associations[association.id] = nil
            return ["association": describe(association, world)]
        },
    ]

    private static func cluster(_ request: AWSRequest, _ world: WorldState) throws(AWSFailure) -> String {
        let name = try request.required("cluster-name")
        guard name == world.cluster.name else { throw missing(name) }
        return name
    }

    private static func missing(_ name: String) -> AWSFailure {
        AWSFailure("ResourceNotFoundException", "No cluster found for name: \(name).")
    }

    private static func association(
        _ request: AWSRequest, _ world: WorldState
    ) throws(AWSFailure) -> SimulatedAccount.Association {
        _ = try cluster(request, world)
        let id = try request.required("association-id")
        guard let association = world.account.associations[id] else {
            throw AWSFailure("ResourceNotFoundException", "The association with id \(id) was not found.")
        }
        return association
    }

    private static func summary(_ association: SimulatedAccount.Association, _ world: WorldState) -> StructuredValue {
        [
            "clusterName": .string(association.cluster), "namespace": .string(association.namespace),
            "serviceAccount": .string(association.serviceAccount),
            "associationArn": .string(
                "arn:aws:eks:\(world.cluster.region):\(world.account.id):podidentityassociation/"
                    + "\(association.cluster)/\(association.id)"),
            "associationId": .string(association.id),
        ]
    }

    private static func describe(_ association: SimulatedAccount.Association, _ world: WorldState) -> StructuredValue {
        var value = summary(association, world)
        value.set(.string(association.role), at: "roleArn")
        value.set(.init(texts: Dictionary(association.tags) { $1 }), at: "tags")
        value.set(association.created.amazon, at: "createdAt")
        value.set(association.created.amazon, at: "modifiedAt")
        if !association.target.isEmpty { value.set(.string(association.target), at: "targetRoleArn") }
        return value
    }
}
