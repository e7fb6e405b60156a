import MigrationModel
import StructuredText

/// What a webhook leaves in each container, by which an injected one is known.
struct InjectionMark: Sendable {
    /// Variables that have to be there; with the value that they have to have, where the plan or the cluster says it.
    var variables: [(name: String, value: String?)]
    /// The audience of the token that has to be mounted.
    var audience: String
    /// The annotation of a Pod that names containers which are passed over, and what stands between the names.
    var skipped: (annotation: String, separator: Character)

    /// The mark of a mechanism; `nil` for one that injects nothing.
    ///
    /// See the webhooks of [EKS](https://github.com/aws/amazon-eks-pod-identity-webhook) and
    /// [AKS](https://azure.github.io/azure-workload-identity/docs/installation/mutating-admission-webhook.html).
    ///
    /// - Parameters:
    ///   - documents: the identity.
    ///   - client: the client id of a managed identity; empty where it is not known.
    init?(_ documents: IdentityDocuments, client: String) {
        switch documents.identity.mechanism {
        case .irsa:
            variables = [("AWS_ROLE_ARN", documents.principal), ("AWS_WEB_IDENTITY_TOKEN_FILE", nil)]
            audience = "sts.amazonaws.com"
            skipped = ("eks.amazonaws.com/skip-containers", ",")
        case .eksPodIdentity:
            variables = [
                ("AWS_CONTAINER_CREDENTIALS_FULL_URI", nil), ("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", nil),
            ]
            audience = "pods.eks.amazonaws.com"
            skipped = ("eks.amazonaws.com/skip-containers", ",")
        case .aksWorkloadIdentity:
            variables = [
                ("AZURE_CLIENT_ID", client.isEmpty ? nil : client), ("AZURE_TENANT_ID", nil),
                ("AZURE_FEDERATED_TOKEN_FILE", nil),
            ]
            audience = "api://AzureADTokenExchange"
            skipped = ("azure.workload.identity/skip-containers", ";")
        case .gkeWorkloadIdentity: return nil
        }
    }

    /// What a Pod lacks, in a clause; `nil` where every container has all of it.
    ///
    /// - Parameters:
    ///   - pod: the Pod.
    ///   - needed: containers that must not be passed over, since they had the key.
    /// - Returns: the clause.
    func gap(in pod: PodSight, needed: Set<String>) -> String? {
        let names = (pod.object.annotation(skipped.annotation) ?? "").split(separator: skipped.separator).map { name in
            name.filter { !$0.isWhitespace }
        }
        let volumes = tokenVolumes(of: pod)
        for container in pod.containers {
            let name = container["name"]?.asText ?? ""
            if names.contains(name), !needed.contains(name) { continue }
            if let gap = gap(in: container, volumes) { return "container \(name) \(gap)" }
        }
        return nil
    }

    private func gap(in container: StructuredValue, _ volumes: Set<String>) -> String? {
        let environment = container["env"]?.asElements ?? []
        for (name, value) in variables {
            guard let entry = environment.first(where: { $0["name"]?.asText == name }) else {
                return "does not have \(name)"
            }
            if let value, entry["value"]?.asText != value { return "has another \(name) than the planned identity's" }
        }
        let isMounted = (container["volumeMounts"]?.asElements ?? []).contains { mount in
            mount["name"]?.asText.map(volumes.contains) ?? false
        }
        return isMounted ? nil : "mounts no token for \(audience)"
    }

    private func tokenVolumes(of pod: PodSight) -> Set<String> {
        Set(
            (pod.object.spec["volumes"]?.asElements ?? []).filter { volume in
                (volume["projected"]?["sources"]?.asElements ?? []).contains {
                    $0["serviceAccountToken"]?["audience"]?.asText == audience
                }
            }.compactMap { $0["name"]?.asText })
    }
}
