import MigrationModel
import Testing

@testable import Rendering

struct WorkloadPatchTests {
    private static func object(_ kind: String, _ apiVersion: String, _ name: String = "x") -> ObjectReference {
        ObjectReference(apiVersion: apiVersion, kind: kind, namespace: "n", name: name)
    }

    @Test(arguments: [
        object("Job", "batch/v1"), object("Pod", "v1"), object("Rollout", "argoproj.io/v1alpha1"),
        object("Deployment", "example.com/v1"), object("Deployment", "apps/v1", ""),
    ])
    func isNoneForTemplatesThatStay(object: ObjectReference) {
        #expect(WorkloadPatch(object, SamplePlans.change) == nil)
    }

    @Test func isNoneWhereOnlyAPersonCanChangeAnything() {
        let change = TemplateChange(removals: [
            .init(kind: .environmentFrom, container: "app", name: "s"),
            .init(kind: .byHand, container: "app", name: "--key"),
        ])
        #expect(WorkloadPatch(Self.object("Deployment", "apps/v1"), change) == nil)
    }

    @Test func deletesByMergeKey() {
        let change = TemplateChange(removals: [
            .init(kind: .variable, container: "b", name: "KEY"), .init(kind: .mount, container: "a", name: "/k"),
            .init(kind: .volume, container: "", name: "v"),
        ])
        #expect(
            WorkloadPatch(Self.object("CronJob", "batch/v1"), change)?.text == """
                apiVersion: batch/v1
                kind: CronJob
                metadata:
                  name: x
                  namespace: "n"
                spec:
                  jobTemplate:
                    spec:
                      template:
                        spec:
                          containers:
                          - name: a
                            volumeMounts:
                            - mountPath: /k
                              $patch: delete
                          - name: b
                            env:
                            - name: KEY
                              $patch: delete
                          volumes:
                          - name: v
                            $patch: delete

                """)
    }
}
