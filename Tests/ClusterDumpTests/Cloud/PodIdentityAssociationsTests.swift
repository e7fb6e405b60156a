import Foundation
import MigrationModel
import Testing

@testable import ClusterDump

struct PodIdentityAssociationsTests {
    private let api = PodIdentityAssociation(cluster: "prod", namespace: "shop", serviceAccount: "api", role: "")

    private let list = """
        {"associations": [
            {"clusterName": "prod", "namespace": "shop", "serviceAccount": "api", "associationId": "a-1"},
            {"clusterName": "prod", "namespace": "shop"}
        ]}
        """

    @Test func readsLists() throws {
        #expect(try PodIdentityAssociations.read(Array(list.utf8)) == [api])
    }

    @Test func readsTheRoleOfADescription() throws {
        let role = "arn:aws:iam::123456789012:role/api"
        let text = """
            {"association": {"clusterName": "prod", "namespace": "shop", "serviceAccount": "api", "roleArn": "\(role)"}}
            """
        var expected = api
        expected.role = role
        #expect(try PodIdentityAssociations.read(Array(text.utf8)) == [expected])
    }

    @Test func readsAnEmptyList() throws {
        #expect(try PodIdentityAssociations.read(Array(#"{"associations": []}"#.utf8)) == [])
    }

    @Test(arguments: ["", "An error occurred", "[]", #"{"clusters": []}"#, #"{"associations": ["#])
    func refusesOtherTexts(_ text: String) {
        #expect(throws: AssociationProblem.self) { try PodIdentityAssociations.read(Array(text.utf8)) }
    }

    @Test func asksTheProgramOfTheUser() async throws {
        let program = NSTemporaryDirectory() + "aws-\(UUID().uuidString)"
        try """
        #!/bin/sh
        [ "$*" = "eks list-pod-identity-associations --cluster-name=prod --output=json" ] || exit 252
        cat <<'END'
        \(list)
        END
        """.write(toFile: program, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        defer { try? FileManager.default.removeItem(atPath: program) }
        let found = await blocking {
            Result { try PodIdentityAssociations.ask(cluster: "prod", program: program, patience: 600_000) }
        }
        #expect(try found.get() == [api])
        let refused = await blocking {
            Result { try PodIdentityAssociations.ask(cluster: "--x", program: program, patience: 600_000) }
        }
        #expect(throws: AssociationProblem.self) { try refused.get() }
    }

    @Test func saysThatTheProgramIsMissing() async throws {
        let found = await blocking {
            Result { try PodIdentityAssociations.ask(cluster: "prod", program: "/nonexistent/aws") }
        }
        #expect(throws: AssociationProblem.self) { try found.get() }
    }
}
