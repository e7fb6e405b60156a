import MigrationModel
import Rendering
import Testing

struct StatusDetailTests {
    private let migration = SampleStatuses.regressed.migration

    @Test func namesAreFoundAsPeopleWriteThem() {
        let service = migration.status.services[2]
        for name in [
            "order-api", "production/order-api", "Deployment/order-api", "production/Deployment/order-api",
            "prod-eu/production/Deployment/order-api",
        ] {
            #expect(StatusSubject.named(name, in: migration) == [.service(service)])
        }
        #expect(StatusSubject.named("AKIARZPUZDIKKEOANPKG", in: migration) == [.key(migration.status.keys[0])])
        #expect(
            StatusSubject.named("shift/production/order-api/canary", in: migration).first.map {
                $0.steps(in: migration)
            }
                == ["shift/production/order-api/canary"])
        #expect(StatusSubject.named("order", in: migration).isEmpty)
        #expect(StatusSubject.named("", in: migration).isEmpty)
    }

    @Test func aStepHasItsEvidenceAndItsHistory() throws {
        let subject = try #require(StatusSubject.named("shift/production/order-api/rollout", in: migration).first)
        let event = LedgerEvent(
            sequence: 298, at: SampleStatuses.ago(hours: 2), by: SampleStatuses.ada,
            entry: LedgerEntry(
                plan: "p", step: "shift/production/order-api/rollout",
                .stepRegressed(StepRegression(verification: .noStaticSource, reason: "It is back.", evidence: []))),
            previous: LedgerEvent.firstPrevious)
        let detail = StatusDetail(of: subject, in: migration, events: [event], at: SampleStatuses.now)
        var text = ""
        StatusDetailFormat.table.render(detail, SampleStatuses.setting) { text += $0 }
        #expect(
            text == """
                prod-eu

                ✗  shift/production/order-api/rollout  regressed  since 2026-11-17 18:00 UTC
                    Change the template of order-api: no key, and its own ServiceAccount.
                    ✓  rolled-out holds. All 3 Pods of order-api are as the plan says.  event 298
                       2026-11-17 18:00 UTC, kubectl --context prod-eu get pods -n production -l app=order-api: 3 of 3 Pods run as system:serviceaccount:production:order-api.
                    ✗  no-static-source holds no longer. The template of order-api has AWS_ACCESS_KEY_ID again; Argo CD application order-api wrote it.  event 298
                       2026-11-17 18:00 UTC, kubectl --context prod-eu get pods -n production -l app=order-api: 3 of 3 Pods run as system:serviceaccount:production:order-api.

                History (1 event)
                298  2026-11-21T10:00:00.000Z  ada@ops-1  shift/production/order-api/rollout  no-static-source: holds no longer. It is back.

                """)
    }

    @Test func aKeyHasTheStepsOfItsOwnLife() throws {
        let subject = try #require(StatusSubject.named("AKIARZPUZDIKK266JCYW", in: migration).first)
        let detail = StatusDetail(of: subject, in: migration, events: [], at: SampleStatuses.now)
        var text = ""
        StatusDetailFormat.table.render(detail, SampleStatuses.setting) { text += $0 }
        #expect(text.hasPrefix("AKIARZPUZDIKK266JCYW  ●━━●──○  WORKS AGAIN  AWS access key  123456789012\n"))
        #expect(text.contains("\n✓  retire/keys/AKIARZPUZDIKK266JCYW/deactivate  done  since "))
        #expect(text.contains("\n◷  decommission/keys/AKIARZPUZDIKK266JCYW/delete  waits\n"))
        #expect(text.hasSuffix("History (nothing has happened yet)\n"))
    }
}
