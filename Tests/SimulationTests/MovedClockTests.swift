import MigrationModel
import Simulation
import Testing

struct MovedClockTests {
    @Test func waitingMovesIt() async throws {
        let clock = MovedClock(at: Timestamp(milliseconds: 0))
        try await clock.sleep(milliseconds: 86_400_000)
        #expect(clock.now().text == "1970-01-02T00:00:00.000Z")
    }
}
