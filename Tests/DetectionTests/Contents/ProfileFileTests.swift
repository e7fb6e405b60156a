import MigrationModel
import Testing

@testable import Detection

struct ProfileFileTests {
    private func profiles(_ text: String) -> [ProfileContents]? { ProfileFile.profiles(in: Array(text.utf8).span) }

    @Test func readsAsBotocoreDoes() {
        let text = """
            \u{feff}# a comment
            lost = before any section
            [default] ; behind
              AWS_ACCESS_KEY_ID=x
              aws_secret_access_key:y
            s3 =
              region = nested
            region =
            unknown = z
            [ sso-session corp ]
            sso_start_url = https://example.com/start?a=b

            [default]
            role_arn = a
            credential_process =
              /bin/run
            """
        #expect(
            profiles(text) == [
                ProfileContents(
                    section: "default",
                    settings: [
                        "aws_access_key_id": .present, "aws_secret_access_key": .present, "region": .empty,
                        "role_arn": .present, "credential_process": .present,
                    ]),
                ProfileContents(section: "sso-session corp", settings: ["sso_start_url": .present]),
            ])
    }

    @Test func readsLinesOfWindows() {
        #expect(
            profiles("[default]\r\nregion = \r\nrole_arn = x\r\n") == [
                ProfileContents(section: "default", settings: ["region": .empty, "role_arn": .present])
            ])
    }

    @Test func knowsEmptyProfiles() {
        #expect(profiles("[default]") == [ProfileContents(section: "default", settings: [:])])
        #expect(
            profiles("[Credentials]\naws_access_key_id = x")
                == [ProfileContents(section: "Credentials", settings: ["aws_access_key_id": .present])])
    }

    @Test(arguments: [
        "", "aws_access_key_id = x", "[server]\nhttp_port = 80", "[minio]\ntype = s3\naccess_key_id = x", "[1, 2]",
        #"{"a": ["default"]}"#, "[open",
    ])
    func refuses(_ text: String) {
        #expect(profiles(text) == nil)
    }

    @Test func stopsAtManySections() {
        let text = (0..<1000).map { "[profile p\($0)]\nregion = x\n" }.joined()
        #expect(profiles(text)?.count == 256)
    }
}
