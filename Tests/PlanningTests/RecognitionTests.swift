import MigrationModel
import Testing

@testable import Planning

/// Which programs are told from names alone, and which uses of a key are left to SDKs.
struct RecognitionTests {
    private static func use(
        _ reception: Reception, names: [String] = [], variables: Set<String> = [], image: String = "company/app:v1",
        kind: KeyKind = .awsAccessKey, file: FileContents = .other
    ) -> KeyUse {
        KeyUse(
            key: KeyName(kind: kind, id: "AKIARZPUZDIKHHKEN7O4"), reception: reception, names: names,
            variables: variables, image: image, file: file)
    }

    private static func program(_ use: KeyUse) -> ProgramChange? {
        ProgramRecognisers.all.lazy.compactMap { $0.recognise(use) }.first
    }

    static let programs: [(KeyUse, String, Bool)] = [
        (
            use(.volume(path: "/conf/core-site.xml"), names: ["conf", "core-site.xml", "fs.s3a.access.key"]),
            "Hadoop S3A", true
        ),
        (use(.volume(path: "/c/rclone.conf"), names: ["c", "rclone.conf", "backup", "access_key_id"]), "rclone", true),
        (use(.variable("RCLONE_CONFIG_S3_ACCESS_KEY_ID")), "rclone", true),
        (
            use(.volume(path: "/credentials/cloud"), names: ["cloud-credentials", "cloud"], file: .profiles([])),
            "Velero",
            false
        ),
        (
            use(.volume(path: "/etc/loki/objstore.yml"), names: ["loki", "objstore.yml"]),
            "the object store of Thanos, Loki, Mimir, Cortex or Tempo", true
        ),
        (use(.volume(path: "/app/storage.yml"), names: ["rails", "storage.yml"]), "Rails Active Storage", true),
        (
            use(.variable("AWS_ACCESS_KEY_ID"), variables: ["APP_KEY", "FILESYSTEM_DISK", "AWS_ACCESS_KEY_ID"]),
            "Laravel",
            false
        ),
        (use(.variable("AWS_S3_ACCESS_KEY_ID")), "django-storages", true),
        (use(.variable("AIRFLOW_CONN_AWS_DEFAULT")), "an Airflow connection", true),
        (use(.variable("CELERY_BROKER_URL"), names: ["celery", "celery_broker_url"]), "a connection string", true),
        (
            use(
                .volume(path: "/keys/key.json"), kind: .googleServiceAccountKey, file: .google(type: "service_account")),
            "a Google key file that the program opens by itself", true
        ),
        (use(.variable("S3_KEY")), "a program that is given the key by the variable S3_KEY", true),
    ]

    @Test(arguments: programs.indices)
    func tellsTheProgram(index: Int) throws {
        let (use, program, isFirst) = Self.programs[index]
        let change = try #require(Self.program(use))
        #expect(change.program == program && change.isFirst == isFirst)
    }

    @Test func leavesToSDKsWhatTheyFind() {
        #expect(Self.program(Self.use(.variable("AWS_ACCESS_KEY_ID"))) == nil)
        #expect(Self.program(Self.use(.environmentFrom(variable: "AMAZON_ACCESS_KEY_ID"))) == nil)
        #expect(Self.program(Self.use(.volume(path: "/root/.aws/credentials"), file: .profiles([]))) == nil)
        let google = Self.use(
            .volume(path: "/keys/key.json"), variables: ["GOOGLE_APPLICATION_CREDENTIALS"],
            kind: .googleServiceAccountKey, file: .google(type: "service_account"))
        #expect(Self.program(google) == nil)
        // A word of an image counts only as a whole.
        #expect(Self.program(Self.use(.variable("AWS_ACCESS_KEY_ID"), image: "company/temporary-lokiesque:v1")) == nil)
    }

    @Test func hintsAtLinks() {
        #expect(SigningHints.task(Self.use(.variable("AWS_ACCESS_KEY_ID"), variables: ["PRESIGNED_TTL"])) != nil)
        #expect(SigningHints.task(Self.use(.variable("AWS_ACCESS_KEY_ID"), variables: ["DESIGN"])) == nil)
    }

    private func key(_ fields: String..., principal: String? = nil) -> StaticKey {
        let identity = KeyIdentity(
            id: "AKIARZPUZDIKHHKEN7O4", kind: .awsAccessKey, account: "123456789012", principal: principal)
        let place = Place(
            input: "dump.json", line: 1,
            object: ObjectReference(apiVersion: "v1", kind: "Secret", namespace: "shop", name: "mail"),
            path: ValuePath(fields.map { .field($0) }))
        return StaticKey(
            identity: identity, nature: .ordinary, secretHalfPresent: true,
            sightings: [Sighting(key: identity, place: place, confidence: .paired)], carriers: [])
    }

    @Test func routesWhatNoRoleReplaces() {
        #expect(KeyObstacle.obstacle(of: key("data", "SMTP_USERNAME"))?.fate == .secretStore)
        #expect(KeyObstacle.obstacle(of: key("data", "AWS_ACCESS_KEY_ID")) == nil)
        #expect(KeyObstacle.obstacle(of: key("data", "SMTP", "AWS_ACCESS_KEY_ID")) == nil)
        #expect(
            KeyObstacle.obstacle(of: key("data", "id", principal: "arn:aws:iam::123456789012:root"))?.fate == .escalate)
        #expect(KeyObstacle.obstacle(of: key("data", "id", principal: "uprooted")) == nil)
    }
}
