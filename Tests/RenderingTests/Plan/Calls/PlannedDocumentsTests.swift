import MigrationModel
import Rendering
import StructuredText
import Testing

struct PlannedDocumentsTests {
    private let plan: Plan = {
        var plan = SamplePlans.full
        plan.clusters = SamplePlans.configuration.clusters.map { PlannedCluster($0, input: "dump.json") }
        return plan
    }()

    private func documents(_ id: String) throws -> IdentityDocuments {
        try #require(PlanCalls(plan).documents(ofIdentity: id))
    }

    @Test func saysWhatARoleIs() throws {
        let documents = try documents("prod/production/api")
        #expect(documents.principal == "arn:aws:iam::123456789012:role/prod-production-api")
        #expect(documents.annotationName == "eks.amazonaws.com/role-arn")
        #expect(documents.annotationValue == documents.principal)
        #expect(documents.subject == "system:serviceaccount:production:api")
        let trust = try #require(StructuredValue.reading(json: documents.trust))
        #expect(trust["Version"] == "2012-10-17" && documents.trust.contains(documents.subject))
        #expect(documents.issuerProvider.hasPrefix("arn:aws:iam::123456789012:oidc-provider/oidc.eks."))
    }

    @Test func saysWhichRoleIsTaken() throws {
        let documents = try documents("prod/production/exporter")
        #expect(documents.policies.map(\.name) == ["take-target-role"])
        #expect(documents.target?.principal == "arn:aws:iam::444455556666:role/prod-production-exporter")
        #expect(documents.target?.trust.contains(documents.principal) == true)
    }

    @Test func saysWhatOtherCloudsHave() throws {
        let google = try documents("analytics/production/export")
        #expect(google.principal.hasSuffix("@fixture-project.iam.gserviceaccount.com"))
        #expect(google.subject == "serviceAccount:fixture-project.svc.id.goog[production/export]")
        let direct = try documents("analytics/production/archive")
        #expect(direct.annotationName == nil && direct.principal.hasPrefix("principal://iam.googleapis.com/"))
        let azure = try documents("office/production/sync")
        #expect(azure.annotationName == "azure.workload.identity/client-id" && azure.annotationValue.isEmpty)
        let association = try documents("prod/production/worker")
        #expect(association.annotationName == nil && association.issuerProvider.isEmpty)
    }
}
