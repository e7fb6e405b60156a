import Testing

@testable import Rendering

struct BlindSpotsTests {
    @Test func namesWhatCouldHideAConsumer() {
        #expect(BlindSpots.noConsumer([]) == "no consumer found")
        #expect(
            BlindSpots.noConsumer(["no Pods", "custom resources"])
                == "no consumer found; not in the input: Pods, custom resources")
        #expect(
            BlindSpots.noConsumer(["no Pods", "three types may not be listed", "no CronJobs"])
                == "no consumer found; not in the input: Pods, CronJobs; three types may not be listed")
    }
}
