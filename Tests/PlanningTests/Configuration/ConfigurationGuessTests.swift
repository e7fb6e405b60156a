import MigrationModel
import Planning
import Testing

struct ConfigurationGuessTests {
    private static let guid = "01234567-89ab-cdef-0123-456789abcdef"

    private func node(
        _ labels: [String: String], _ providerID: String = "", name: String = "n1", _ input: String = "a.json"
    ) -> NodeFacts {
        NodeFacts(input: input, name: name, labels: labels, providerID: providerID)
    }

    private func report(_ inputs: [String] = ["a.json"], keys: [StaticKey] = [], trace: Trace = Trace()) -> ScanReport {
        ScanReport(
            generated: "2026-11-21T08:00:00Z", inputs: inputs.map { ScannedInput(name: $0, bytes: 1, objects: 1) },
            keys: keys, trace: trace)
    }

    private func key(_ id: String, _ account: String, nature: KeyNature = .ordinary, input: String = "a.json")
        -> StaticKey
    {
        let identity = KeyIdentity(id: id, kind: .awsAccessKey, account: account)
        let place = Place(input: input, line: 1, object: nil, path: ValuePath())
        return StaticKey(
            identity: identity, nature: nature, secretHalfPresent: true,
            sightings: [Sighting(key: identity, place: place, confidence: .paired)], carriers: [])
    }

    private func account(
        _ name: String, annotations: [String: String] = [:], uid: String = "", input: String = "a.json"
    ) -> ServiceAccountFacts {
        let reference = ObjectReference(apiVersion: "v1", kind: "ServiceAccount", namespace: "production", name: name)
        return ServiceAccountFacts(
            input: input, object: ObjectDescription(reference: reference, uid: uid, annotations: annotations))
    }

    private func inventory(_ arns: [String]) -> Trace {
        Trace(
            inventory: arns.map { arn in
                IdentityRecord(
                    input: "a.json",
                    serviceAccount: ObjectReference(
                        apiVersion: "v1", kind: "ServiceAccount", namespace: "p", name: "s"),
                    identities: [FederatedIdentity(mechanism: .irsa, principal: arn, evidence: .annotation)])
            })
    }

    private func only(_ objects: ClusterObjects, _ report: ScanReport) throws -> GuessedCluster {
        let clusters = ConfigurationGuess.guess(from: objects, report: report).clusters
        #expect(clusters.count == 1)
        return try #require(clusters.first)
    }

    @Test func knowsNothingOfNothing() throws {
        let guess = try only(ClusterObjects(), report())
        #expect(
            guess
                == GuessedCluster(
                    cluster: ClusterConfiguration(name: "", inputs: ["*"], platform: .selfManaged),
                    isPlatformKnown: false,
                    reasons: [.podIdentityAgent: "the inputs have no DaemonSets"]))
        #expect(ConfigurationGuess.guess(from: ClusterObjects(), report: report([])).clusters.isEmpty)
    }

    @Test func knowsAnEKSCluster() throws {
        var objects = ClusterObjects()
        let labels = ["eks.amazonaws.com/nodegroup": "main", "alpha.eksctl.io/cluster-name": "prod-eu"]
        let fargate = ["eks.amazonaws.com/compute-type": "fargate"]
        objects.nodes = [
            node(labels, "aws:///eu-west-1a/i-0abc"), node(fargate, "aws:///eu-west-1b/x/fargate-1", name: "f1"),
        ]
        let pod = ObjectReference(apiVersion: "v1", kind: "Pod", namespace: "batch", name: "p")
        objects.workloads = [
            Workload(
                input: "a.json", object: ObjectDescription(reference: pod), templates: [PodTemplate(node: "f1")],
                pod: PodStatus(phase: "Running"))
        ]
        objects.installations = [
            Installation(
                input: "a.json", purpose: .eksPodIdentityAgent,
                object: ObjectReference(apiVersion: "apps/v1", kind: "DaemonSet", namespace: "kube-system", name: "a"))
        ]
        let trace = inventory(["arn:aws:iam::123456789012:role/a", "arn:aws:iam::123456789012:role/b"])
        let guess = try only(objects, report(keys: [key("AKIARZPUZDIKHKKEN7O4", "111122223333")], trace: trace))
        #expect(
            guess.cluster
                == ClusterConfiguration(
                    name: "prod-eu", inputs: ["*"], platform: .eks, region: "eu-west-1", account: "123456789012",
                    fargateNamespaces: ["batch"]))
        #expect(guess.isPlatformKnown)
        #expect(
            guess.reasons == [
                .name: "label alpha.eksctl.io/cluster-name of Nodes",
                .platform: "label eks.amazonaws.com/nodegroup of Nodes", .region: "spec.providerID of Nodes",
                .account: "roles of ServiceAccounts", .fargateNamespaces: "Pods that run on Fargate",
                .hasIssuerProvider: "it probably is, since 2 ServiceAccounts have roles",
            ])
    }

    @Test func knowsAGKECluster() throws {
        var objects = ClusterObjects()
        objects.nodes = [
            node(
                ["cloud.google.com/gke-nodepool": "default-pool"], "gce://my-project/europe-west1-b/gke-prod-x",
                name: "gke-prod-default-pool-0123abcd-w9xz")
        ]
        let guess = try only(objects, report())
        #expect(
            guess.cluster
                == ClusterConfiguration(
                    name: "prod", inputs: ["*"], platform: .gke, region: "europe-west1", project: "my-project"))
    }

    @Test func doesNotTakeACutNameForTheWhole() throws {
        var objects = ClusterObjects()
        let labels = ["cloud.google.com/gke-nodepool": "pool-1"]
        objects.nodes = [node(labels, name: "gke-a-very-long-clust-pool-1-0123abcd-w9xz")]
        #expect(try only(objects, report()).cluster.name.isEmpty)
        objects.nodes = [node(labels, name: "gke-prod-pool-0123abcd-w9xz")]
        #expect(try only(objects, report()).cluster.name.isEmpty)
        objects.nodes = [node(labels, name: "gke-")]
        #expect(try only(objects, report()).cluster.name.isEmpty)
    }

    @Test func knowsAnAKSCluster() throws {
        var objects = ClusterObjects()
        objects.nodes = [
            node(
                [
                    "kubernetes.azure.com/cluster": "MC_team_prod_westeurope",
                    "topology.kubernetes.io/region": "westeurope",
                ],
                "azure:///subscriptions/\(Self.guid)/resourceGroups/mc_team_prod_westeurope/providers/x")
        ]
        objects.serviceAccounts = [account("a", annotations: ["azure.workload.identity/tenant-id": Self.guid])]
        #expect(
            try only(objects, report()).cluster
                == ClusterConfiguration(
                    name: "prod", inputs: ["*"], platform: .aks, region: "westeurope", tenant: Self.guid,
                    subscription: Self.guid, resourceGroup: "team"))
        objects.nodes[0].labels["kubernetes.azure.com/cluster"] = "MC_team_a_prod_westeurope"
        #expect(try only(objects, report()).cluster.name.isEmpty)
    }

    @Test func readsContexts() throws {
        let arn = "arn:aws:eks:eu-west-1:123456789012:cluster/prod"
        #expect(
            try only(ClusterObjects(), report([arn])).cluster
                == ClusterConfiguration(
                    name: "prod", inputs: ["*"], platform: .eks, region: "eu-west-1", account: "123456789012"))
        #expect(
            try only(ClusterObjects(), report(["gke_my-project_europe-west1_prod"])).cluster
                == ClusterConfiguration(
                    name: "prod", inputs: ["*"], platform: .gke, region: "europe-west1", project: "my-project"))
        #expect(try !only(ClusterObjects(), report(["prod"])).isPlatformKnown)
    }

    @Test func leavesOpenWhatIsNotCertain() throws {
        var objects = ClusterObjects()
        objects.nodes = [node([:], "aws:///us-west-2-lax-1a/i-0abc")]
        let guess = try only(objects, report())
        #expect(!guess.isPlatformKnown)
        #expect(guess.reasons[.platform] == "the Nodes are in AWS without labels of EKS")
        #expect(guess.cluster.region.isEmpty)
        objects.nodes = [node([:], "kind://docker/kind/kind-control-plane")]
        #expect(try only(objects, report()).isPlatformKnown)
        objects.nodes = [
            node(["eks.amazonaws.com/nodegroup": "a"]), node(["kubernetes.azure.com/agentpool": "b"], name: "n2"),
        ]
        #expect(try only(objects, report()).reasons[.platform] == "the inputs show aks and eks")
    }

    @Test func takesTheAccountOfKeysThatAgree() throws {
        let one = key("AKIARZPUZDIKHKKEN7O4", "123456789012")
        let bait = key("AKIAQYLPMN5HHKKEN7O4", "052310077262", nature: .bait)
        let other = key("AKIARTX3GSDSQHKKEN7O", "111122223333")
        #expect(try only(ClusterObjects(), report(keys: [one, bait])).cluster.account == "123456789012")
        let guess = try only(ClusterObjects(), report(keys: [one, other]))
        #expect(guess.cluster.account.isEmpty)
        #expect(guess.reasons[.account] == "keys are of 111122223333, 123456789012")
        let roles = inventory(["arn:aws:iam::111122223333:role/a", "arn:aws:iam::x:role/b", "arn"])
        #expect(try only(ClusterObjects(), report(keys: [one], trace: roles)).cluster.account == "111122223333")
    }

    @Test func tellsClustersApart() {
        var objects = ClusterObjects()
        objects.serviceAccounts = [
            account("default", uid: "1", input: "a.json"), account("default", uid: "2", input: "b.json"),
            account("default", uid: "1", input: "c.json"),
        ]
        let clusters = ConfigurationGuess.guess(from: objects, report: report(["a.json", "b.json", "c.json"])).clusters
        #expect(clusters.map(\.cluster.inputs) == [["a.json", "c.json"], ["b.json"]])
    }

    @Test func listsServices() {
        func consumption(_ id: String, _ namespace: String, _ name: String) -> Consumption {
            let object = ObjectReference(apiVersion: "apps/v1", kind: "Deployment", namespace: namespace, name: name)
            return Consumption(
                key: KeyName(kind: .awsAccessKey, id: id), service: WorkloadName(input: "a.json", object: object),
                object: object, reception: .variable("A"))
        }
        let one = key("AKIARZPUZDIKHKKEN7O4", "123456789012")
        let other = key("AKIARTX3GSDSQHKKEN7O", "111122223333")
        var trace = inventory(["arn:aws:iam::123456789012:role/a"])
        trace.consumptions = [
            consumption(one.identity.id, "production", "api"), consumption(one.identity.id, "production", "api"),
            consumption(other.identity.id, "production", "report"), consumption(one.identity.id, "evil\n# x", "a b/c"),
            consumption(one.identity.id, "b", "both"), consumption(other.identity.id, "b", "both"),
        ]
        #expect(
            ConfigurationGuess.guess(from: ClusterObjects(), report: report(keys: [one, other], trace: trace)).services
                == [
                    GuessedService(pattern: "b/Deployment/both", keys: 2),
                    GuessedService(pattern: "evil***x/Deployment/a*b*c", keys: 1),
                    GuessedService(pattern: "production/Deployment/api", keys: 1),
                    GuessedService(pattern: "production/Deployment/report", keys: 1, targetAccount: "111122223333"),
                ])
    }

    /// Whoever may label a Node chooses what stands there.
    @Test func takesNoHostileNames() throws {
        var objects = ClusterObjects()
        objects.nodes = [
            node(
                [
                    "alpha.eksctl.io/cluster-name": "a\nplatform: gke", "topology.kubernetes.io/region": "$(reboot)",
                    "eks.amazonaws.com/nodegroup": "\u{1B}[2J",
                ], "aws:///\u{2028}-1a/i")
        ]
        let guess = try only(objects, report())
        #expect(guess.cluster == ClusterConfiguration(name: "", inputs: ["*"], platform: .eks))
    }
}
