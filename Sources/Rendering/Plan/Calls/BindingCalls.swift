import MigrationModel
internal import StructuredText

/// The calls that give a ServiceAccount its identity, and take the binding back.
struct BindingCalls {
    private let action: BindIdentity
    private let calls: IdentityCalls
    private var identity: PlannedIdentity { calls.identity }
    private var cluster: ClusterConfiguration { calls.cluster }

    init(_ action: BindIdentity, _ calls: IdentityCalls) {
        self.action = action
        self.calls = calls
    }

    var procedure: StepProcedure {
        switch action.mechanism {
        case .irsa: annotated(IRSACommands.annotation, AWSNames.role(identity, in: cluster))
        case .eksPodIdentity: association
        case .gkeWorkloadIdentity where action.isPrincipal:
            StepProcedure(apply: [.patch(annotation(GoogleCommands.annotation, nil))])
        case .gkeWorkloadIdentity: google
        case .aksWorkloadIdentity: azure
        }
    }

    // MARK: Annotations

    private func annotated(_ name: String, _ value: String) -> StepProcedure {
        StepProcedure(apply: [.patch(annotation(name, value))], undo: [.patch(annotation(name, nil, former: value))])
    }

    /// Sets an annotation where there is none, or takes it away; another value than that of the plan is refused.
    private func annotation(_ name: String, _ value: String?, former: String? = nil) -> ObjectPatch {
        let (place, object) = ("/metadata/annotations/" + JSONPatch.token(name), calls.serviceAccount)
        func patch(from old: String?, to new: String?) -> JSONPatch {
            var patch = JSONPatch.expecting(object)
            if old != nil || new != nil { patch.test(place, old.map { .string($0) }) }
            if let new { patch.add(place, .string(new)) } else { patch.remove(place) }
            return patch
        }
        var gone = JSONPatch.expecting(object)
        gone.test(place, nil)
        // Of an annotation that was not planned nobody knows how to bring it back.
        let reverse = value == nil && former == nil ? gone : patch(from: value, to: former)
        return ObjectPatch(object: object, operations: patch(from: former, to: value).text, reverse: reverse.text)
    }

    // MARK: Pod Identity

    private var association: StepProcedure {
        let aws = CloudWords(eks: cluster)
        let onCluster = ["--cluster-name", cluster.name]
        let place = onCluster + ["--namespace", identity.namespace, "--service-account", identity.serviceAccount]
        let role = AWSNames.role(identity, in: cluster)
        let find = CloudCall.Lookup(
            name: "association",
            words: aws.words(
                ["eks", "list-pod-identity-associations"] + place
                    + ["--query", "associations[0].associationId", "--output", "text"]))
        let describe = aws.words(
            ["eks", "describe-pod-identity-association"] + onCluster
                + ["--association-id", "{association}", "--query", "association.roleArn", "--output", "text"])
        let target = identity.target.map { ["--target-role-arn", AWSNames.role($0, in: cluster)] } ?? []
        // EKS refuses a role that it does not see yet.
        let create = CloudCall(
            words: aws.words(["eks", "create-pod-identity-association"] + place + ["--role-arn", role] + target),
            lookups: [find],
            inspection: CloudCall.Inspection(words: describe, expected: role, otherwise: .conflict),
            doneCodes: ["ResourceInUseException"], absentCodes: ["ResourceNotFoundException"],
            laggingCodes: ["InvalidParameterException"], account: cluster.account)
        let delete = CloudCall(
            words: aws.words(
                ["eks", "delete-pod-identity-association"] + onCluster + ["--association-id", "{association}"]),
            lookups: [find], doneCodes: ["ResourceNotFoundException"], isDoneWithoutLookup: true,
            account: cluster.account)
        return StepProcedure(apply: [.cloud(create)], undo: [.cloud(delete)])
    }

    // MARK: Google

    private var google: StepProcedure {
        var procedure = annotated(GoogleCommands.annotation, GoogleNames.email(identity))
        guard !calls.isInTerraform else { return procedure }
        let (gcloud, email) = (CloudWords(google: cluster), GoogleNames.email(identity))
        let project = "--project=\(identity.account)"
        let member = GoogleNames.member(identity, cluster)
        let get = gcloud.words(
            "iam", "service-accounts", "get-iam-policy", email, project, "--flatten=bindings[].members",
            "--filter=bindings.role=\"\(GoogleNames.userRole)\" AND bindings.members=\"\(member)\"",
            "--format=value(bindings.members)")
        func change(_ verb: String, expected: String) -> Call {
            .cloud(
                CloudCall(
                    words: gcloud.words(
                        "iam", "service-accounts", verb, email, project, "--role=\(GoogleNames.userRole)",
                        "--member=\(member)", "--format=none"),
                    inspection: CloudCall.Inspection(words: get, expected: expected), absentCodes: ["NOT_FOUND"],
                    laggingCodes: expected.isEmpty ? [] : ["NOT_FOUND"]))
        }
        procedure.apply.insert(change("add-iam-policy-binding", expected: member), at: 0)
        procedure.undo.append(change("remove-iam-policy-binding", expected: ""))
        return procedure
    }

    // MARK: Azure

    /// The annotation is the client id, which only the cloud knows.
    private var azure: StepProcedure {
        let az = CloudWords(azure: cluster)
        let place = ["--resource-group", identity.account]
        let client = CloudCall.Lookup(
            name: "client",
            words: az.words(
                ["identity", "show", "--name", identity.role] + place + ["--query", "clientId", "--output", "tsv"]))
        let kubectl = calls.kubectl.of(calls.serviceAccount)
        let name = Kubectl.name(calls.serviceAccount)
        let path = "jsonpath={.metadata.annotations.azure\\.workload\\.identity/client-id}"
        let annotate = CloudCall(
            words: kubectl.words("annotate", name, "\(AzureCommands.annotation)={client}"),
            lookups: [client],
            inspection: CloudCall.Inspection(
                words: kubectl.words("get", name, "-o", path), expected: "{client}", otherwise: .conflict))
        let remove = CloudCall(
            words: kubectl.words("annotate", name, "\(AzureCommands.annotation)-"),
            inspection: CloudCall.Inspection(words: kubectl.words("get", name, "-o", path), expected: ""),
            absentCodes: ["NotFound"])
        let (create, delete) = federation(az, place)
        return StepProcedure(
            apply: (calls.isInTerraform ? [] : [.cloud(create)]) + [.cloud(annotate)],
            undo: [.cloud(remove)] + (calls.isInTerraform ? [] : [.cloud(delete)]))
    }

    private func federation(_ az: CloudWords, _ place: [String]) -> (create: CloudCall, delete: CloudCall) {
        let credential =
            ["--name", AzureNames.credential(identity), "--identity-name", identity.role] + place
        let subject = AzureNames.subject(identity)
        let show = az.words(
            ["identity", "federated-credential", "show"] + credential + ["--query", "subject", "--output", "tsv"])
        let issuer = CloudCall.Lookup(
            name: "issuer",
            words: az.words(
                ["aks", "show", "--name", cluster.name] + place
                    + ["--query", "oidcIssuerProfile.issuerUrl", "--output", "tsv"]))
        let create = CloudCall(
            words: az.words(
                ["identity", "federated-credential", "create"] + credential
                    + [
                        "--subject", subject, "--audiences", AzureCommands.audience, "--issuer",
                        cluster.issuer.isEmpty ? "{issuer}" : cluster.issuer, "--output", "none",
                    ]),
            lookups: cluster.issuer.isEmpty ? [issuer] : [],
            inspection: CloudCall.Inspection(words: show, expected: subject, otherwise: .conflict),
            absentCodes: ["ResourceNotFound", "NotFound"])
        let delete = CloudCall(
            words: az.words(["identity", "federated-credential", "delete"] + credential + ["--yes"]),
            inspection: CloudCall.Inspection(words: show, expected: ""), doneCodes: ["ResourceNotFound", "NotFound"],
            absentCodes: ["ResourceNotFound", "NotFound"])
        return (create, delete)
    }
}
