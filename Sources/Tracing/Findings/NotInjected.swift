import MigrationModel

/// Running Pods without the identity that their ServiceAccount has: they are older than it, or the webhook passed them over.
enum NotInjected: InventoryRule {
    static func findings(in context: InventoryContext) -> [IdentityFinding] {
        context.members.flatMap { members in
            members.pods.flatMap { pod in pod.templates.compactMap { finding($0, pod, members, context) } }
        }
    }

    private static func finding(
        _ template: PodTemplate, _ pod: Workload, _ members: ServiceMembers, _ context: InventoryContext
    ) -> IdentityFinding? {
        let holder = WorkloadName(input: pod.input, object: pod.object.reference)
        let identities = context.identities.identities(of: template, in: holder)
        let passedOver = template.containers.compactMap { container -> (Container, Mechanism)? in
            for webhook in Injections.all {
                let injection = webhook.injection(into: container, of: template, identities: identities)
                guard let mechanism = injection?.mechanism, injection?.bringsIdentity == true else { continue }
                if !InjectedMarks.isInjected(mechanism, into: container) { return (container, mechanism) }
            }
            return nil
        }
        guard let (container, mechanism) = passedOver.first else { return nil }
        return IdentityFinding(
            .notInjected, input: pod.input, object: pod.object.reference,
            container: passedOver.count == template.containers.count ? nil : container.name,
            message: "it runs without \(mechanism.name), which its ServiceAccount \(template.serviceAccount) has",
            advice: "it is older than the identity, or the webhook passed it over: create it anew and look again")
    }
}

extension Injection {
    /// Whether it sets the variables that make an SDK use the identity.
    fileprivate var bringsIdentity: Bool {
        variables.contains {
            ["AWS_ROLE_ARN", "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AZURE_FEDERATED_TOKEN_FILE"].contains($0.name)
        }
    }
}
