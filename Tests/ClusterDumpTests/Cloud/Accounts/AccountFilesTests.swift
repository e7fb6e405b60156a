import ClusterDump
import Foundation
import MigrationModel
import Testing

struct AccountFilesTests {
    private func read(_ texts: String...) throws(AccountProblem) -> AccountFacts {
        var facts = AccountFacts()
        for text in texts { try AccountFiles.read(Array(text.utf8), into: &facts) }
        return facts
    }

    private static let all =
        #"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}"#
    private static let document = PolicyDocument(statements: [
        PolicyStatement(actions: .only(["*"]), resources: .only(["*"]))
    ])
    private static let details = """
        {
          "UserDetailList": [
            {"UserName": "bob", "UserId": "AIDAEXAMPLE", "Arn": "arn:aws:iam::123456789012:user/team/bob",
             "UserPolicyList": [{"PolicyName": "own", "PolicyDocument": \(all)}], "GroupList": ["readers", "gone"],
             "AttachedManagedPolicies": [{"PolicyName": "m", "PolicyArn": "arn:aws:iam::123456789012:policy/m"}],
             "PermissionsBoundary": {"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": "arn:aws:iam::123456789012:policy/b"}}
          ],
          "GroupDetailList": [
            {"GroupName": "readers", "GroupPolicyList": [{"PolicyName": "g", "PolicyDocument":
              "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22%2A%22%2C%22Resource%22%3A%22%2A%22%7D%7D"}],
             "AttachedManagedPolicies": [{"PolicyName": "AmazonS3ReadOnlyAccess", "PolicyArn": "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"}]}
          ],
          "RoleDetailList": [
            {"RoleName": "audit", "Arn": "arn:aws:iam::123456789012:role/audit", "AssumeRolePolicyDocument": {"Statement": [
              {"Effect": "Allow", "Principal": {"AWS": ["AIDAEXAMPLE", "arn:aws:iam::123456789012:root"]}, "Action": "sts:AssumeRole"},
              {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:user/team/bob"}, "Action": "sts:AssumeRole"}]}},
            {"RoleName": "node", "Arn": "arn:aws:iam::123456789012:role/node", "AssumeRolePolicyDocument": {"Statement": [
              {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]}}
          ],
          "Policies": [
            {"PolicyName": "m", "Arn": "arn:aws:iam::123456789012:policy/m", "DefaultVersionId": "v2", "PolicyVersionList": [
              {"VersionId": "v3", "Document": {}}, {"VersionId": "v2", "Document": \(all)}]}
          ],
          "IsTruncated": false
        }
        """
    private static let bob = UserFacts(
        account: "123456789012", name: "bob", id: "AIDAEXAMPLE", arn: "arn:aws:iam::123456789012:user/team/bob",
        policies: [
            UserPolicy(name: "own", document: document),
            UserPolicy(name: "m", arn: "arn:aws:iam::123456789012:policy/m", document: document),
            UserPolicy(name: "g", group: "readers", document: document),
            UserPolicy(
                name: "AmazonS3ReadOnlyAccess", arn: "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess", group: "readers",
                document: nil),
            UserPolicy(name: "gone", group: "gone", document: nil),
        ], boundary: "arn:aws:iam::123456789012:policy/b")

    @Test func readsUsersWithAllTheirPolicies() throws {
        let facts = try read(Self.details)
        #expect(facts.users == [Self.bob])
        #expect(
            facts.roles == [
                RoleTrustFacts(
                    arn: "arn:aws:iam::123456789012:role/audit",
                    names: ["AIDAEXAMPLE", "arn:aws:iam::123456789012:user/team/bob"])
            ])
        #expect(facts.owners == [:])
    }

    @Test func readsWhatStandsOneBehindTheOther() throws {
        let listing = """
            {"AccessKeyMetadata": [{"UserName": "bob", "AccessKeyId": "AKIARZPUZDIKHHKEN7O4", "Status": "Active"}]}
            {"AccessKeyMetadata": []}[{"UserName": "eve", "AccessKeyId": "AKIARZPUZDIKD44SHPA2", "Status": "Inactive"}]
            {"UserName": "a }{", "AccessKeyId": "AKIARZPUZDIKK266JCYW"}
            """
        let facts = try read(Self.details + "\n" + listing + Self.details)
        #expect(facts.users == [Self.bob])
        #expect(
            facts.owners == [
                "AKIARZPUZDIKHHKEN7O4": KeyOwner(user: "bob"),
                "AKIARZPUZDIKD44SHPA2": KeyOwner(user: "eve", isActive: false),
                "AKIARZPUZDIKK266JCYW": KeyOwner(user: "a }{"),
            ])
    }

    @Test(arguments: [
        ("", "it is empty"), ("x", "line 1 is not JSON"), ("{}\n}", "line 2 is not JSON"),
        (#"{"UserName": "bob", "AccessKeyLastUsed": {}}"#, "line 1 begins something else"),
        ("[]", "line 1 begins something else"),
        (
            #"{"AccessKey": {"AccessKeyId": "AKIARZPUZDIKHHKEN7O4", "SecretAccessKey": "x"}}"#,
            "line 1 begins something else"
        ),
        (#"{"UserDetailList": [], "IsTruncated": true}"#, "it is a part of the answer only"),
        (#"{"UserDetailList": [], "NextToken": "x"}"#, "it is a part of the answer only"),
        ("{\"Policies\": [],\n\"Policies\": []}", "a member on line 2 stands there twice"),
    ])
    func refusesOthers(text: String, message: String) {
        let error = #expect(throws: AccountProblem.self) { try read(text) }
        #expect(error?.message == message)
    }

    @Test func saysWhereADocumentBreaksOff() {
        let error = #expect(throws: AccountProblem.self) { try read("{}\n{\"UserDetailList\": [\n") }
        #expect(error?.message.hasPrefix("line 1 begins something else") == true)
        let broken = #expect(throws: AccountProblem.self) { try read("{\"UserDetailList\": [\n") }
        #expect(broken?.message.contains("is not JSON: ") == true)
    }

    @Test func findsFilesInFolders() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "keyshift-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: AccountProblem.self) { try AccountFiles.paths(of: folder.path) }
        for name in ["b.json", "a.jsonl", "c.txt"] { try Data().write(to: folder.appending(path: name)) }
        #expect(try AccountFiles.paths(of: folder.path) == ["a.jsonl", "b.json"].map { folder.path + "/" + $0 })
        #expect(try AccountFiles.paths(of: folder.path + "/c.txt") == [folder.path + "/c.txt"])
        #expect(throws: AccountProblem.self) { try AccountFiles.paths(of: folder.path + "/none") }
    }
}
