import CredentialChains
import MigrationModel

/// Running Pods without the identity that their ServiceAccount has: they are older than it, or the webhook passed them over.
enum NotInjected: ServiceRule {
    /// More Pods than this are counted, not named.
    private static let most = 3

    static func findings(in members: ServiceMembers, _ identities: IdentityTrace) -> [IdentityFinding] {
        (unlabelled(members, identities) ?? running(members, identities)).map { [$0] } ?? []
    }

    private static func running(_ members: ServiceMembers, _ identities: IdentityTrace) -> IdentityFinding? {
        let without = members.pods.compactMap { pod in missed(by: pod, identities).map { (pod: pod, mechanism: $0) } }
        guard let first = without.first else { return nil }
        let workloads = identities.workloads
        let names = without.prefix(most).map { workloads[$0.pod].object.reference.name }.joined(separator: ", ")
        let rest = without.count > most ? " and \(without.count - most) more" : ""
        return finding(
            members,
            "\(without.count) of \(members.pods.count) running Pods are without \(first.mechanism.words), which their "
                + "ServiceAccount has: \(names)\(rest)",
            advice: "they are older than the identity, or the webhook passed them over: create them anew and look again"
        )
    }

    /// The mechanism that a Pod would get if it were created now, and does not have.
    private static func missed(by pod: Int, _ identities: IdentityTrace) -> Mechanism? {
        for index in identities.workloads[pod].templates.indices {
            let own = identities.identities(ofTemplate: index, in: pod)
            guard !own.isEmpty else { continue }
            let template = identities.workloads[pod].templates[index]
            for webhook in Injections.all {
                for container in template.containers {
                    let injection = webhook.injection(into: container, of: template, identities: own)
                    guard let injection, injection.bringsIdentity else { continue }
                    return injection.mechanism
                }
            }
        }
        return nil
    }

    /// A ServiceAccount for AKS whose workload does not ask for the identity: the label belongs on the Pod.
    private static func unlabelled(_ members: ServiceMembers, _ identities: IdentityTrace) -> IdentityFinding? {
        guard let newest = members.newest else { return nil }
        let isForgotten = identities.workloads[newest].templates.indices.contains { index in
            let own = identities.identities(ofTemplate: index, in: newest)
            return own.contains { $0.mechanism == .aksWorkloadIdentity && $0.evidence == .annotation }
                && !AKSInjection.asks(identities.workloads[newest].templates[index])
        }
        guard isForgotten else { return nil }
        return finding(
            members, "its ServiceAccount has an identity by AKS Workload Identity, and its Pods do not ask for it",
            advice:
                "set the label azure.workload.identity/use: \"true\" in the Pod template; on a ServiceAccount it does nothing"
        )
    }

    private static func finding(_ members: ServiceMembers, _ message: String, advice: String) -> IdentityFinding {
        IdentityFinding(
            .notInjected, input: members.service.name.input, object: members.service.name.object, message: message,
            advice: advice)
    }
}

extension Injection {
    /// Whether it sets the variables that make an SDK use the identity; a container that has them already gets none.
    fileprivate var bringsIdentity: Bool {
        variables.contains {
            ["AWS_ROLE_ARN", "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AZURE_FEDERATED_TOKEN_FILE"].contains($0.name)
        }
    }
}
