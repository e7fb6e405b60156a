import Testing

@testable import Planning

struct CronScheduleTests {
    @Test(arguments: [
        ("* * * * *", 1), ("*/5 * * * *", 1), ("0 */6 * * *", 6), ("30 9,17 * * *", 16), ("0 3 * * *", 24),
        ("0 0 * * 1-5", 72), ("0 0 * * sun", 168), ("@weekly", 168), ("0 6 1 * *", 31 * 24), ("@monthly", 31 * 24),
        ("0 0 31 * *", 61 * 24), ("0 0 1 1,4,7,10 *", 92 * 24), ("@yearly", 366 * 24), ("0 0 29 2 *", 1461 * 24),
        ("0 0 1,15 * 3", 7 * 24), ("CRON_TZ=Europe/Berlin 0 3 * * *", 24), ("0 0 */2 * *", 48), ("5/20 * * * *", 1),
    ])
    func findsTheLongestGap(expression: String, hours: Int) throws {
        #expect(try #require(CronSchedule(expression)).longestGap == hours)
    }

    @Test(arguments: [
        "", "* * * *", "60 * * * *", "* * * * * *", "@reboot", "a * * * *", "*/0 * * * *", "5-1 * * * *",
        "1/2/3 * * * *",
    ])
    func readsNothingElse(expression: String) {
        #expect(CronSchedule(expression) == nil)
    }

    @Test func knowsDaysThatNeverCome() throws {
        #expect(try #require(CronSchedule("0 0 30 2 *")).longestGap == nil)
    }
}
