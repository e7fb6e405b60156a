import MigrationModel
import Testing

@testable import Planning

struct ScheduleGatesTests {
    private func member(_ name: String, _ schedule: String, isIdle: Bool = false) -> ServiceSelection.Member {
        let object = ObjectReference(apiVersion: "batch/v1", kind: "CronJob", namespace: "n", name: name)
        return ServiceSelection.Member(
            id: "c/n/CronJob/\(name)",
            service: Service(name: WorkloadName(input: "i", object: object), schedule: schedule, isIdle: isIdle),
            cluster: ClusterConfiguration(name: "c", platform: .eks), keys: [], consumptions: [], wave: 1, exemption: ""
        )
    }

    @Test func waitsForTheRarestRun() {
        let gates = ScheduleGates.gates(
            for: [member("weekly", "0 0 * * 0"), member("monthly", "0 6 1 * *"), member("api", "")], soakHours: 24)
        #expect(
            gates == [
                .schedule(
                    hours: 744,
                    reason:
                        "c/n/CronJob/monthly runs by the schedule 0 6 1 * *, up to 31 days apart, and has to have run with "
                        + "its new identity")
            ])
    }

    @Test func addsNothingThatTheSoakCovers() {
        #expect(ScheduleGates.gates(for: [member("daily", "0 3 * * *")], soakHours: 24) == [])
    }

    @Test func asksAboutWhatNeverRunsByItself() {
        let gates = ScheduleGates.gates(
            for: [member("off", "*/5 * * * *", isIdle: true), member("odd", "@reboot")], soakHours: 24)
        #expect(gates.count == 2)
        #expect(gates.allSatisfy { if case .approval = $0 { true } else { false } })
    }
}
