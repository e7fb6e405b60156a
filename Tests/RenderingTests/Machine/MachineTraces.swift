import MigrationModel

extension MachineReports {
    static let input = "./prod dump.json"

    /// A name of the longest legal size, one with every character that some format might take for its own, and an
    /// ordinary one.
    static let names = [
        WorkloadName(input: input, object: deployment), WorkloadName(input: input, object: hostile),
        WorkloadName(input: "=cmd|' /C calc'!A0.yaml", object: long),
    ]

    static let pairedName = KeyName(kind: .awsAccessKey, id: "AKIARZPUZDIKHKKEN7O4")
    private static let googleName = KeyName(
        kind: .googleServiceAccountKey, id: "ff8eb8406e2f8a7fc4cce4dd9f0b4110d9f2fa00")

    private static let path = ValuePath([.field("spec"), .field("a\"b|c`d<script>#;]"), .index(0)])

    /// Every way on which a key can get to a container.
    static let receptions: [Reception] = [
        .variable("AWS_ACCESS_KEY_ID"), .environmentFrom(variable: "P_\u{1B}[31m"), .expansion(variable: "A", of: "B"),
        .argument(of: "C"), .volume(path: "/root/.aws/credentials"), .projected(path: "/p"), .subPath(path: "/s"),
        .csi(path: "/csi"), .inline(path), .imagePull, .serviceAccount, .customResource(path),
    ]

    static let trace = Trace(
        services: [service] + names.dropFirst().map { Service(name: $0) },
        consumptions: receptions.map { consumption($0) } + [
            Consumption(
                key: pairedName, service: names[1], object: hostile, reception: .customResource(path),
                carrier: secret, certainty: .possible),
            Consumption(
                key: googleName, service: names[2], object: long, container: "\"`|<b>", role: .sidecar,
                reception: .variable("X"), optional: true),
        ],
        groups: [ServiceGroup(keys: [pairedName, googleName], services: names)],
        identities: [containers[0].identity], findings: findings, inventory: records,
        blindSpots: ["no Pods", "the custom resources of 3 types may not be listed"])

    private static func consumption(_ reception: Reception) -> Consumption {
        let hasContainer = reception != .imagePull && reception != .serviceAccount
        return Consumption(
            key: pairedName, service: names[0], object: reception == .imagePull ? pod : deployment,
            container: hasContainer ? "api" : nil, role: hasContainer ? .main : nil, reception: reception,
            carrier: reception.name == "inline" ? nil : secret, entry: "config")
    }

    static let service = Service(
        name: names[0], serviceAccounts: ["web", "\u{202E}x"], replicas: 2, updateStrategy: "Recreate",
        schedule: "0 3 * * *", isIdle: true,
        disruptionBudgets: [DisruptionBudget(object: hostile, selector: ["a": "b"], rule: "maxUnavailable: 25%")],
        managers: [ObjectManager(program: "Helm", instance: "web\n#")], containers: ["api"], pods: 2)

    static let findings = IdentityFinding.Code.allCases.map { code in
        IdentityFinding(
            code, input: input, object: code == .unusedIdentity ? account("web") : hostile,
            container: code == .missingFile ? "\u{1B}]0;x\u{7}" : nil, families: ["boto3", "go-v2"],
            message: "It is \(code.rawValue) | `#1` <b> @all", advice: "look at it.")
    }

    static func account(_ name: String) -> ObjectReference {
        ObjectReference(apiVersion: "v1", kind: "ServiceAccount", namespace: "prod", name: name)
    }

    static let records = [
        IdentityRecord(
            input: input, serviceAccount: account("web"),
            identities: Mechanism.allCases.map {
                FederatedIdentity(
                    mechanism: $0, principal: $0 == .gkeWorkloadIdentity ? "" : "=\($0.rawValue)\u{202E}",
                    evidence: $0 == .irsa ? .annotation : $0 == .eksPodIdentity ? .association : .injectedPods)
            },
            managers: [ObjectManager(program: "Flux", instance: "a/b")], owner: "team|a\n@all",
            lastChange: "2026-11-01T08:00:00Z", services: names,
            legacyTokens: [
                LegacyToken(
                    input: input, object: secret, serviceAccount: "web", created: "2020-01-01T00:00:00Z"),
                LegacyToken(input: input, object: hostile, serviceAccount: "web"),
            ], mountsNeedlessToken: true),
        IdentityRecord(
            input: input, serviceAccount: account("\u{202E}x"), services: [names[0]], mountsNeedlessToken: false),
        IdentityRecord(input: input, serviceAccount: account("quiet")),
    ]

    private static let family = SDKFamily(id: "x|y", name: "SDK `of` <everything>\u{1B}[2J", provider: .aws)

    /// Every verdict, outcome, origin, nature and choice of families.
    static let containers = [
        container(.hinted(reason: "image \u{202E}python"), .uses(.environment, .fixed), .slides(to: .instanceMetadata)),
        container(.stated, .fails(CredentialSource(rawValue: "newer-source")), .stops),
        container(.unknown, .nothing, .slides(to: nil)),
    ]

    private static func container(
        _ basis: FamilyChoice.Basis, _ outcome: CredentialOutcome, _ refusal: RefusalBehaviour
    ) -> ContainerExplanation {
        let verdict = FamilyVerdict(families: ["x|y", "other"], outcome: outcome, shadowed: [.webIdentity])
        let verdicts: [CredentialAttempt.Verdict] = [.absent, .ignored, .wins, .shadowed, .fails, .unknown]
        let natures: [CredentialSource.Nature] = [.federated, .indirect, .fixed, .node, .node, .node]
        let attempts = zip(verdicts, natures).map { verdict, nature in
            CredentialAttempt(
                source: verdict == .wins ? .environment : .instanceMetadata, nature: nature, verdict: verdict,
                reason: "because | of `#1`\nand <b>", parts: ["A", "/b|c", "P", "T", "U", "missing"])
        }
        let resolution = CredentialResolution(
            family: family, attempts: attempts, outcome: outcome, onRefusal: refusal)
        return ContainerExplanation(
            identity: ContainerIdentity(
                service: names[0], container: "api\u{1B}[0m", role: .initial, provider: .aws,
                families: FamilyChoice(families: ["x|y"], basis: basis),
                running: basis == .unknown ? [] : [verdict], next: [verdict], setting: credentials),
            orders: [ContainerExplanation.Order(families: [family], resolution: resolution)])
    }

    private static let credentials = CredentialSetting(
        variables: [
            "A": Setting(shape: .present, origin: .entry(object: hostile, entry: "e\n")),
            "T": Setting(shape: .blank, text: "text", origin: .template(path)),
            "U": Setting(shape: .empty, origin: .unknown),
        ], properties: ["P": Setting(shape: .present, origin: .injected(.irsa))],
        files: ["/b|c": CredentialFile(contents: .token, origin: .projectedToken(audience: "aud\u{7F}"))])
}
