import MigrationModel
import Testing

@testable import Planning

struct PolicyLayoutTests {
    private func policy(_ name: String, resources: Int, sid: String = "") -> PlannedPolicy {
        let names = (0..<resources).map { "arn:aws:s3:::a-bucket-with-a-long-name-\(1000 + $0)/*" }
        return PlannedPolicy(
            name: name, origin: "o",
            document: PolicyDocument(statements: [
                PolicyStatement(sid: sid, actions: .only(["s3:GetObject"]), resources: .only(names))
            ]))
    }

    @Test func leavesAloneWhatFits() {
        let policies = [policy("a", resources: 100), policy("b", resources: 100)]
        let layout = PolicyLayout(policies, of: "role")
        #expect(layout.policies == policies)
        #expect(layout.remarks == [])
    }

    @Test func dividesWhatDoesNotFit() {
        let existing = PlannedPolicy(name: "x", origin: "o", arn: "arn:aws:iam::aws:policy/x")
        let layout = PolicyLayout([policy("a", resources: 300, sid: "Read"), existing], of: "role")
        let made = layout.policies.compactMap(\.document)
        #expect(made.allSatisfy { $0.size <= PolicyQuota.managed })
        #expect(layout.policies.map(\.name) == ["role-1", "role-2", "role-3", "role-4", "x"])
        #expect(layout.policies.prefix(4).allSatisfy { $0.form == .managed })
        #expect(made.flatMap(\.statements).flatMap(\.resources.patterns).count == 300)
        #expect(made.flatMap(\.statements).map(\.sid).filter { !$0.isEmpty } == ["Read"])
        #expect(layout.remarks.map(\.kind) == [.divided])
    }

    @Test func saysWhatCannotBeDivided() {
        var large = policy("a", resources: 300)
        let resources = large.document?.statements[0].resources.patterns ?? []
        large.document?.statements[0].resources = .allBut(resources)
        let layout = PolicyLayout([large], of: "role")
        #expect(layout.remarks.map(\.kind) == [.divided, .tooLarge])
    }

    @Test func saysWhereThereAreTooMany() {
        let layout = PolicyLayout((0..<11).map { policy("p\($0)", resources: 80) }, of: "role")
        #expect(layout.policies.count == 11)
        #expect(layout.remarks.map(\.kind) == [.divided, .tooLarge])
    }
}
