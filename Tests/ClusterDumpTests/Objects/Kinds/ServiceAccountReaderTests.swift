import MigrationModel
import Testing

@testable import ClusterDump

struct ServiceAccountReaderTests {
    @Test func readsEveryField() {
        let objects = Collected.objects(
            """
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: web
              namespace: shop
              creationTimestamp: "2026-01-01T00:00:00Z"
              annotations: {eks.amazonaws.com/role-arn: "arn:aws:iam::123456789012:role/MyApplicationS3ReadWriteRole1"}
              managedFields:
              - {manager: a, time: "2026-02-01T00:00:00Z", fieldsV1: {"f:x": {}}}
              - {manager: b, time: "2026-03-01T00:00:00Z"}
              - {manager: c}
            secrets: [{name: web-token}]
            imagePullSecrets: [{name: registry}]
            automountServiceAccountToken: false
            """)
        #expect(
            objects.serviceAccounts == [
                ServiceAccountFacts(
                    input: "dump",
                    object: ObjectDescription(
                        reference: ObjectReference(
                            apiVersion: "v1", kind: "ServiceAccount", namespace: "shop", name: "web"),
                        created: "2026-01-01T00:00:00Z",
                        annotations: [
                            "eks.amazonaws.com/role-arn":
                                "arn:aws:iam::123456789012:role/MyApplicationS3ReadWriteRole1"
                        ]),
                    lastChange: "2026-03-01T00:00:00Z", secrets: ["web-token"], pullSecrets: ["registry"],
                    mountsToken: false)
            ])
    }

    @Test func takesItsCreationWithoutManagedFields() {
        let objects = Collected.objects(
            "{apiVersion: v1, kind: ServiceAccount, metadata: {name: a, creationTimestamp: '2026-01-01T00:00:00Z'}}",
            "{apiVersion: v1, kind: ServiceAccount, metadata: {name: b, creationTimestamp: null}}")
        #expect(objects.serviceAccounts.map(\.lastChange) == ["2026-01-01T00:00:00Z", nil])
        #expect(objects.serviceAccounts.map(\.mountsToken) == [nil, nil])
    }
}
