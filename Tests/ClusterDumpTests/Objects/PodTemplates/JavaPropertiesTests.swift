import MigrationModel
import Testing

@testable import ClusterDump

struct JavaPropertiesTests {
    private func properties(_ text: String) -> [String: PropertyValue] {
        var properties: [String: PropertyValue] = [:]
        JavaProperties.add(Array(text.utf8).span, to: &properties)
        return properties
    }

    private func shape(_ text: String) -> ValueShape { Array(text.utf8).span.shape }

    @Test func readsEveryName() {
        let text =
            "-Daws.accessKeyId=a -Daws.secretKey=b -Daws.secretAccessKey=$(C) -Daws.sessionToken=\t-Daws.profile=e"
        #expect(
            properties(text) == [
                "aws.accessKeyId": PropertyValue(shape: .present), "aws.secretKey": PropertyValue(shape: .present),
                "aws.secretAccessKey": PropertyValue(shape: .present, references: ["C"]),
                "aws.sessionToken": PropertyValue(shape: .empty), "aws.profile": PropertyValue(shape: .present),
            ])
    }

    @Test(arguments: [
        "exec java '-Daws.profile=a b'", "sh -c \"-Daws.profile=x\"", "-Daws.profile='a b'", "-Daws.profile=a",
        "-Daws.profile= -Daws.profile=b",
    ])
    func findsOneIn(_ text: String) {
        #expect(properties(text) == ["aws.profile": PropertyValue(shape: .present)])
    }

    @Test(arguments: [
        "-Daws.profile", "-Daws.profiles=a", "x-Daws.profile=a", "Daws.profile=a", "-D aws.profile=a", "-D", "",
        "-Daws.region=x",
    ])
    func findsNothingIn(_ text: String) {
        #expect(properties(text) == [:])
    }

    @Test func knowsBlankValues() {
        #expect(properties("'-Daws.profile= '") == ["aws.profile": PropertyValue(shape: .blank)])
        #expect(shape(" \u{2003}") == .blank)
        #expect(shape(" \u{2003}x") == .present)
    }
}
