import MigrationModel
import Rendering

/// Reports put together by hand, which hold everything that a report can hold.
enum MachineReports {
    static let setting = RenderSetting(toolVersion: "1.0.0")

    static let empty = ScanReport(
        generated: "2026-11-21T08:00:00Z", inputs: [ScannedInput(name: "clean.json", bytes: 120, objects: 3)], keys: [])

    static let partial = ScanReport(
        generated: "2026-11-21T08:00:00Z", inputs: [ScannedInput(name: "-", bytes: 99, objects: 1)], keys: [],
        problems: [
            Problem(
                .malformedJSON, input: "-", line: 7, offset: 99, message: "The JSON ends in the middle.",
                advice: "Make the dump again.")
        ])

    static let full = ScanReport(
        generated: "2026-11-21T08:00:00Z",
        inputs: [
            ScannedInput(name: "./prod dump.json", bytes: 5_000_000_000, objects: 1200),
            ScannedInput(name: "=cmd|' /C calc'!A0.yaml", bytes: 512, objects: 2),
        ],
        keys: [paired, allowed, bait, thirdParty, google, azure, storage],
        lookAlikes: [.documentation: 3, .partOfToken: 1], problems: problems, trace: trace,
        expiredAllowances: [
            Allowance(key: "AKIARZPUZDIKVFUPXQMB", place: nil, reason: "moved soon", expires: "2026-01-31")
        ],
        unusedAllowances: [
            Allowance(key: "AKIA*", place: "prod/Secret/[x](http://e)", reason: "gone", expires: "2027-02-28")
        ])

    static let problems =
        ProblemCode.allCases.map {
            Problem($0, input: "./prod dump.json", line: 3, message: "It is \($0.rawValue).", advice: "Look at it.")
        } + [
            Problem(
                .secretNotBase64, input: "/abs/ü.yaml", line: nil, offset: 12,
                object: ObjectReference(apiVersion: "v1", kind: "Secret", namespace: "a", name: "b\u{1B}[31m"),
                message: "A value is not base64.", advice: "Encode it.")
        ]

    static let secret = ObjectReference(apiVersion: "v1", kind: "Secret", namespace: "prod", name: "aws")
    static let deployment = ObjectReference(apiVersion: "apps/v1", kind: "Deployment", namespace: "prod", name: "web")
    static let pod = ObjectReference(apiVersion: "v1", kind: "Pod", namespace: "prod", name: "web-7d9f-x2x")
    /// A name with an escape sequence, a line break, HTML, quotes, a link and a character that reverses what follows.
    static let hostile = ObjectReference(
        apiVersion: "example.com/v1", kind: "<script>alert(1)</script>", namespace: "\u{1B}[2J",
        name: "\"'\u{202E}txt.exe\n[click](http://example.com)\u{9B}\u{2028}\u{E0041},")
    static let long = ObjectReference(
        apiVersion: "v1", kind: "ConfigMap", namespace: "prod", name: String(repeating: "n", count: 253))

    static func sighting(
        _ key: KeyIdentity, _ object: ObjectReference?, _ steps: [ValuePath.Step], _ confidence: Confidence,
        input: String = "./prod dump.json", line: Int = 1, nature: KeyNature = .ordinary,
        repeatedBy: [ObjectReference] = []
    ) -> Sighting {
        let place = Place(input: input, line: line, object: object, path: ValuePath(steps))
        return Sighting(key: key, place: place, confidence: confidence, nature: nature, repeatedBy: repeatedBy)
    }

    static let paired: StaticKey = {
        let key = KeyIdentity(id: "AKIARZPUZDIKHKKEN7O4", kind: .awsAccessKey, account: "123456789012")
        return StaticKey(
            identity: key, nature: .ordinary, secretHalfPresent: true,
            sightings: [
                sighting(
                    key, deployment,
                    [.field("spec"), .field("containers"), .index(0), .field("env"), .index(1), .field("value")],
                    .named, line: 40, repeatedBy: [pod]),
                sighting(
                    key, secret, [.field("data"), .field("config"), .decoding(.base64), .decoding(.gzip), .line(3)],
                    .paired, line: 12),
                sighting(key, hostile, [.field("a.b"), .field("=1+1")], .bare),
            ],
            carriers: [
                CarrierFacts(
                    object: secret, uid: "11-22", created: "2024-02-29T01:02:03Z", immutable: true,
                    managers: [ObjectManager(program: "Helm", instance: "web")],
                    owners: [
                        OwnerReference(
                            apiVersion: "apps/v1", kind: "Deployment", name: "web", uid: "33", controller: true)
                    ]),
                CarrierFacts(object: deployment), CarrierFacts(object: hostile),
            ])
    }()

    static let allowed: StaticKey = {
        let key = KeyIdentity(id: "ASIARTX3GSDSQHKKEN7O", kind: .awsTemporaryKey, account: "111122223333")
        return StaticKey(
            identity: key, nature: .ordinary, secretHalfPresent: false,
            sightings: [sighting(key, long, [.field("data"), .field("x")], .bare, line: 9)],
            carriers: [CarrierFacts(object: long)],
            allowed: Allowance(
                key: key.id, place: "prod/ConfigMap/*", reason: "=HYPERLINK(\"x\"), see PLAT-1", expires: "2027-01-31"))
    }()

    static let bait: StaticKey = {
        let key = KeyIdentity(id: "AKIAQYLPMN5HHKKEN7O4", kind: .awsAccessKey, account: "052310077262")
        return StaticKey(
            identity: key, nature: .bait, secretHalfPresent: true,
            sightings: [sighting(key, secret, [.field("data"), .field("b")], .paired, line: 13, nature: .bait)],
            carriers: [CarrierFacts(object: secret)])
    }()

    static let thirdParty: StaticKey = {
        let key = KeyIdentity(id: "AKIARZPUZDIKV43IMPFL", kind: .awsAccessKey, account: "123456789012")
        let nature = KeyNature.thirdParty(host: "s3.example.net")
        return StaticKey(
            identity: key, nature: nature, secretHalfPresent: true,
            sightings: [sighting(key, nil, [.field("s3")], .paired, input: "-", line: 2, nature: nature)], carriers: [])
    }()

    static let google: StaticKey = {
        let key = KeyIdentity(
            id: "ff8eb8406e2f8a7fc4cce4dd9f0b4110d9f2fa00", kind: .googleServiceAccountKey,
            principal: "exporter@fixture-project.iam.gserviceaccount.com")
        let input = "=cmd|' /C calc'!A0.yaml"
        return StaticKey(
            identity: key, nature: .ordinary, secretHalfPresent: true,
            sightings: [
                sighting(key, nil, [.field("-x")], .paired, input: input, line: 2),
                sighting(key, nil, [.line(1)], .paired, input: input, line: 8),
                sighting(key, nil, [.line(4)], .paired, input: input, line: 11),
            ], carriers: [])
    }()

    static let azure: StaticKey = {
        let key = KeyIdentity(id: "azure-client-secret:3f9ac20d11b87e52", kind: .azureClientSecret, principal: "@app")
        return StaticKey(
            identity: key, nature: .ordinary, secretHalfPresent: true,
            sightings: [sighting(key, secret, [.field("data"), .field("c")], .paired, line: 14)],
            carriers: [CarrierFacts(object: secret)])
    }()

    static let storage: StaticKey = {
        let key = KeyIdentity(id: "azure-storage-account-key:00112233aabbccdd", kind: .azureStorageAccountKey)
        let nature = KeyNature.thirdParty(host: "")
        let clusterRole = ObjectReference(apiVersion: "example.com/v1", kind: "Store", name: "main")
        return StaticKey(
            identity: key, nature: nature, secretHalfPresent: true,
            sightings: [sighting(key, clusterRole, [.field("spec")], .paired, line: 20, nature: nature)],
            carriers: [CarrierFacts(object: clusterRole)])
    }()
}

extension ScanFormat {
    /// The whole text of a report.
    func text(of report: ScanReport, _ setting: RenderSetting = MachineReports.setting) -> String {
        var text = ""
        render(report, setting) { text += $0 }
        return text
    }
}
