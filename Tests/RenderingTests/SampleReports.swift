import MigrationModel

/// Reports made by hand.
enum SampleReports {
    static let arguments = ["dump.json.gz", "gitops/values.yaml", "-o", "table"]

    static let generated = "2026-03-01T12:00:00Z"

    static let empty = ScanReport(
        generated: generated, inputs: [ScannedInput(name: "dump.json.gz", bytes: 2_147_000, objects: 447)], keys: [])

    static let partial = ScanReport(
        generated: generated, inputs: [ScannedInput(name: "dump.json.gz", bytes: 999, objects: 1)], keys: [],
        problems: [
            Problem(
                .malformedJSON, input: "dump.json.gz", offset: 812, object: secret("aws"),
                message: "The JSON ends in the middle of an object.", advice: "Make the dump again.")
        ])

    /// Two inputs, and keys of several sorts with every mark.
    static let full = ScanReport(
        generated: generated,
        inputs: [
            ScannedInput(name: "dump.json.gz", bytes: 2_147_000, objects: 446),
            ScannedInput(name: "gitops/values.yaml", bytes: 1_204, objects: 1),
        ],
        keys: [bait, paired, thirdParty, temporary, serviceAccount, storage],
        lookAlikes: [.documentation: 8, .placeholder: 4, .word: 1, .template: 0],
        problems: [
            Problem(
                .forbidden, input: "production", message: "Listing pods.metrics.k8s.io is forbidden.",
                advice: "Grant list on it, or leave it out."),
            Problem(
                .malformedYAML, input: "gitops/values.yaml", line: 12,
                object: ObjectReference(apiVersion: "v1", kind: "ConfigMap", name: "settings\n::error::forged"),
                message: "A mapping value is not allowed here (near \u{1b}[2J).", advice: "Correct the file."),
            Problem(
                .duplicateKey, input: "dump.json.gz", line: 40_210, message: "The field data stands twice.",
                advice: "Keep one of them."),
        ],
        expiredAllowances: [
            Allowance(
                key: "AKIARZPUZDIKEXPIRED2", place: "shop/Secret/*", reason: "moves in sprint 12",
                expires: "2026-01-31")
        ],
        unusedAllowances: [
            Allowance(key: "AKIARZPUZDIKUNUSED22", place: nil, reason: "rotated | gone", expires: "2026-12-31")
        ])

    static let paired = StaticKey(
        identity: KeyIdentity(id: "AKIARZPUZDIKABCDEFGH", kind: .awsAccessKey, account: "123456789012"),
        nature: .ordinary, secretHalfPresent: true,
        sightings: [
            sighting(
                secret("aws-credentials"), 120, [.field("data"), .field("AWS_ACCESS_KEY_ID"), .decoding(.base64)]),
            sighting(
                ObjectReference(apiVersion: "apps/v1", kind: "Deployment", namespace: "shop", name: "checkout"), 2_310,
                [
                    .field("spec"), .field("template"), .field("spec"), .field("containers"), .index(0),
                    .field("env"), .index(3), .field("value"),
                ],
                repeatedBy: (1...3).map { number in
                    ObjectReference(apiVersion: "v1", kind: "Pod", namespace: "shop", name: "checkout-\(number)")
                } + [ObjectReference(apiVersion: "apps/v1", kind: "ReplicaSet", namespace: "shop", name: "checkout")]),
        ],
        carriers: [
            CarrierFacts(
                object: secret("aws-credentials"), created: "2025-01-13T10:00:00Z", immutable: true,
                managers: [ObjectManager(program: "Helm", instance: "shop")]),
            CarrierFacts(
                object: secret("aws-credentials"), created: "2025-06-01T10:00:00+02:00",
                managers: [
                    ObjectManager(program: "Helm", instance: "shop"),
                    ObjectManager(program: "Argo CD", instance: "argocd/shop"),
                ]),
        ])

    /// Names chosen to break a report.
    static let temporary = StaticKey(
        identity: KeyIdentity(id: "ASIARTX3GSDSQABCDEFG", kind: .awsTemporaryKey, account: "111122223333"),
        nature: .ordinary, secretHalfPresent: false,
        sightings: [
            sighting(
                secret(String(repeating: "n", count: 253)), 7, [.field("data"), .field("a|b`c\"d\\e")], .bare),
            sighting(
                secret("<script>alert(1)</script>"), 8, [.field("data"), .field("\u{1b}[31mred\u{1b}[0m")], .bare),
            sighting(secret("user\u{202e}nimda"), 9, [.field("data"), .field("東京🔑")], .bare),
            sighting(
                secret("two\nlines"), 10, [.field("stringData"), .field("@admin [x](http://a)"), .line(4)], .bare),
        ],
        carriers: [CarrierFacts(object: secret("two\nlines"), created: "2026-03-01T11:30:00Z")])

    static let bait = StaticKey(
        identity: KeyIdentity(id: "AKIARZPUZDIK2BAIT222", kind: .awsAccessKey, account: "123456789012"),
        nature: .bait, secretHalfPresent: true,
        sightings: [sighting(nil, 3, [.field("aws"), .field("accessKey")], input: "gitops/values.yaml")], carriers: [])

    static let thirdParty = StaticKey(
        identity: KeyIdentity(id: "AKIARZPUZDIKMINIO222", kind: .awsAccessKey),
        nature: .thirdParty(host: "minio.storage.svc"), secretHalfPresent: true,
        sightings: [sighting(secret("minio"), 55, [.field("data"), .field("config"), .decoding(.base64)])],
        carriers: [CarrierFacts(object: secret("minio"), created: "2026-02-28T12:00:00Z")],
        allowed: Allowance(
            key: "AKIARZPUZDIKMINIO222", place: nil, reason: "the store goes away with the old cluster",
            expires: "2026-06-30"))

    static let serviceAccount = StaticKey(
        identity: KeyIdentity(
            id: "0123456789abcdef0123456789abcdef01234567", kind: .googleServiceAccountKey,
            principal: "deploy@shop-prod.iam.gserviceaccount.com"),
        nature: .ordinary, secretHalfPresent: true,
        sightings: [
            sighting(
                ObjectReference(apiVersion: "v1", kind: "Secret", namespace: "ci", name: "sh.helm.release.v1.ci.v1"),
                900,
                [
                    .field("data"), .field("release"), .decoding(.base64), .decoding(.base64), .decoding(.gzip),
                    .field("config"), .field("google.json"), .field("private_key"),
                ])
        ],
        carriers: [])

    static let storage = StaticKey(
        identity: KeyIdentity(
            id: "azure-storage-account-key:3f9ac20d11b87e52", kind: .azureStorageAccountKey, principal: "shopassets"),
        nature: .ordinary, secretHalfPresent: true,
        sightings: (1...400).map { sighting(secret("assets"), $0, [.field("data"), .field("k"), .line($0)]) },
        carriers: [CarrierFacts(object: secret("assets"), created: "2026-03-01T05:00:00Z")])

    static func secret(_ name: String) -> ObjectReference {
        ObjectReference(apiVersion: "v1", kind: "Secret", namespace: "shop", name: name)
    }

    static func sighting(
        _ object: ObjectReference?, _ line: Int, _ path: [ValuePath.Step], _ confidence: Confidence = .paired,
        repeatedBy: [ObjectReference] = [], input: String = "dump.json.gz"
    ) -> Sighting {
        Sighting(
            key: KeyIdentity(id: "", kind: .awsAccessKey),
            place: Place(input: input, line: line, object: object, path: ValuePath(path)),
            confidence: confidence, repeatedBy: repeatedBy)
    }
}
