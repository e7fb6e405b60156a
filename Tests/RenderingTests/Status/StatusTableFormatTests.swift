import MigrationModel
import Rendering
import Testing

struct StatusTableFormatTests {
    private func text(_ sample: SampleStatuses, width: Int? = nil, hasColour: Bool = false) -> String {
        StatusTableFormat().text(of: sample.report, width: width, hasColour: hasColour)
    }

    @Test func whatWaitsHasItsDateAndWhatIsLeftItsObstacle() {
        #expect(
            text(.waiting) == """
                prod-eu  waiting until 2026-11-22 10:00 UTC  5 of 6 services moved, 1 of 3 keys deleted, 43 of 48 steps done
                2026-11-21 12:00 UTC, plan 3fa9c41e3fa9, ledger of 388 events, head 9f2cb07d9f2c, verified

                Services (6): 5 moved, 1 to shift
                                                   prepare  shift  retire
                  production/notification-service  █████    ███░░  ░░░░░   canary-end waits until 2026-11-22 10:00 UTC
                  production/report                █████    █████  █████   moved
                  production/invoice-exporter      █████    █████  █████   moved
                  production/order-api             █████    █████  █████   moved
                  production/payment-processor     █████    █████  █████   moved
                  production/analytics-pipeline    █████    █████  █████   moved

                Keys (3): 1 of 3 to delete still live
                  AKIARZPUZDIKKEOANPKG  ●──○──○  live 20d            held up by 1 service: production/notification-service
                  AKIARZPUZDIKK266JCYW  ●━━●──○  inactive 2d         next: decommission/keys/AKIARZPUZDIKK266JCYW/delete, unused since 2026-11-18 13:00 UTC
                  AKIARZPUZDIKD44SHPA2  ●━━●━━●  deleted 2026-11-18

                Waiting (2)
                  2026-11-22 10:00 UTC (in 22h)  shift/production/notification-service/canary-end  It has run well for 2 of 24 hours since its rollout was verified.
                  2026-11-26 12:00 UTC (in 5d)  decommission/keys/AKIARZPUZDIKK266JCYW/delete  The key has not been used, nor referred to, for 2 of 7 days.

                Next, to see it change: keyshift status plan --watch

                """)
    }

    /// What a person has to look at comes before everything else, and the last line leads there.
    @Test func regressionsAndOverridesAreOnTop() throws {
        let lines = text(.regressed).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count < 60)
        let titles = lines.filter { $0.first.map { $0 == "!" || $0.isUppercase } ?? false }.map(String.init)
        #expect(
            titles == [
                "!! Regressed (1)", "! Failed (1)", "!! Keys that came back (1)", "! Gates passed with a reason (1)",
                "Services (6): 3 moved, 3 to shift", "Keys (3): 2 of 3 to delete still live", "Ready (1)",
                "Waiting (2)",
                "Next, to see what happened: keyshift status plan shift/production/order-api/rollout",
            ])
    }

    @Test func doneSaysSoAndWhatToKeep() {
        let text = text(.done)
        #expect(text.hasPrefix("prod-eu  done  6 of 6 services moved, 3 of 3 keys deleted, 48 of 48 steps done\n"))
        #expect(
            text.contains("legacy/mainframe-gateway         —        —      —       stays: OPS-12: replaced in spring"))
        #expect(text.hasSuffix("\nDone. Next, for the files: keyshift status plan -o html > status.html\n"))
    }

    @Test(arguments: [60, 80, 100, 200])
    func noLineIsWiderThanTheTerminalButCommands(width: Int) {
        for sample in [SampleStatuses.fresh, .halfway, .waiting, .regressed, .done, .large, .hostile] {
            for line in text(sample, width: width).split(separator: "\n") where !line.contains("keyshift ") {
                #expect(TerminalText.width(String(line)) <= width, "\(line)")
            }
        }
    }

    /// A thousand services fit where ten do.
    @Test func manyAreFoldedAndCounted() {
        let text = text(.large, width: 120)
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count < 70)
        #expect(text.contains("Services (1,000): 430 moved, 10 to clean up, 260 to shift, 300 to prepare\n"))
        #expect(text.contains("\n  and 990 more, 430 of them moved\n"))
        #expect(text.contains("\n  and 24 more\n"))
    }

    @Test func colourAddsNothingButColour() {
        let coloured = text(.regressed, width: 100, hasColour: true)
        #expect(coloured.contains("\u{1b}[31mREGRESSED\u{1b}[0m"))
        #expect(coloured.replacing(/\u{1b}\[[0-9]*m/, with: "") == text(.regressed, width: 100))
    }

    @Test func hostileNamesAreHarmless() {
        let text = text(.hostile)
        #expect(
            !text.unicodeScalars.contains {
                $0 != "\n" && ($0.value < 0x20 || "\u{202e}\u{2066}\u{200f}\u{9b}".unicodeScalars.contains($0))
            })
        #expect(text.contains(#"keyshift migrate 'plan; rm -rf ~ '\''' --verify "#))
    }

    /// Two clusters that one key ties together, each with a plan of its own.
    @Test func aFleetIsToldByCluster() {
        var other = SampleStatuses.waiting
        (other.cluster, other.folder) = ("prod-us", "plans/us")
        let report = StatusReport(
            at: SampleStatuses.now, migrations: [SampleStatuses.done.migration, other.migration])
        let lines = StatusTableFormat().text(of: report).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            lines.prefix(8).map(String.init) == [
                "prod-eu, prod-us  waiting until 2026-11-22 10:00 UTC  11 of 12 services moved, 3 of 3 keys deleted, 91 of 96 steps done",
                "2026-11-21 12:00 UTC", "  prod-eu  done     6 of 7 services moved  0 live keys  plan",
                "  prod-us  waiting  5 of 6 services moved  1 live key   plans/us", "",
                "Keys shared across clusters (3)",
                "  AKIARZPUZDIKKEOANPKG  deleted  goes when all of these are done: prod-eu and prod-us",
                "  AKIARZPUZDIKK266JCYW  deleted  goes when all of these are done: prod-eu and prod-us",
            ])
        #expect(report.standing == .waiting)
    }

    @Test func aFleetIsAsFarAsItsMembers() {
        let standing = { (samples: [SampleStatuses]) in
            StatusReport(at: SampleStatuses.now, migrations: samples.map(\.migration)).standing
        }
        #expect(standing([.done, .done]) == .done)
        #expect(standing([.done, .waiting]) == .waiting)
        #expect(standing([.fresh, .fresh]) == .fresh)
        #expect(standing([.fresh, .done]) == .inProgress)
        #expect(standing([.done, .waiting, .halfway]) == .inProgress)
        #expect(standing([.done, .regressed]) == .regressed)
    }
}
