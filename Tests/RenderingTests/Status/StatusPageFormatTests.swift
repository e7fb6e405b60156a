import Foundation
import MigrationModel
import Rendering
import Testing

/// The page, as text and in a real browser: `browser.py` asks Chromium.
@Suite(.serialized)
struct StatusPageFormatTests {
    static let samples: [(String, SampleStatuses)] = [
        ("fresh", .fresh), ("halfway", .halfway), ("waiting", .waiting), ("regressed", .regressed), ("done", .done),
        ("large", .large), ("hostile", .hostile),
    ]

    /// Everything works in Chromium, light and dark, and nothing that a cluster calls itself runs.
    @Test(.enabled(if: Browser.isThere))
    func pagesWorkInABrowser() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "keyshift-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try Self.samples.map { name, sample in
            let file = folder.appending(path: name + ".html")
            try Data(StatusPageFormat().text(of: sample.report).utf8).write(to: file)
            return file.path
        }
        let (status, output) = try Browser.run(files)
        #expect(status == 0, "\(output)")
    }

    /// The browser's check can fail: a policy that lets nothing in.
    @Test(.enabled(if: Browser.isThere))
    func theCheckIsStrict() throws {
        let page = StatusPageFormat().text(of: SampleStatuses.fresh.report)
        let file = FileManager.default.temporaryDirectory.appending(path: "keyshift-\(UUID().uuidString).html")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(page.replacingOccurrences(of: "script-src 'sha256-", with: "script-src 'sha256-A").utf8).write(
            to: file)
        #expect(try Browser.run([file.path]).status == 1)
    }

    /// With a hundred thousand events there are ten thousand steps with evidence; the page has no more than the last of each.
    @Test func aLargePageIsSmallEnough() {
        let page = StatusPageFormat().text(of: SampleStatuses.large.report)
        #expect(page.utf8.count < 5_000_000)
        #expect(page.contains("service-999"))
    }

    @Test func aPageLoadsNothing() {
        for (_, sample) in Self.samples {
            let page = StatusPageFormat().text(of: sample.report)
            for part in [" src=", "http://", "https://", " style=", "@import", "onload=\""] {
                #expect(!page.replacingOccurrences(of: "img src=x", with: "").contains(part), "\(part)")
            }
        }
    }

    @Test func aLedgerThatDoesNotVerifyIsSaidLoudly() {
        let status = SampleStatuses.done.status
        let report = StatusReport(
            at: SampleStatuses.now,
            migrations: [.init(status, seal: .broken("event-changed: Event 7 is not what was hashed."))])
        let page = StatusPageFormat().text(of: report)
        #expect(page.contains("<dl class=\"seal broken\">"))
        #expect(page.contains("Does not verify. event-changed: Event 7 is not what was hashed."))
        #expect(page.contains("<h2 id=\"attention-title\">"))
    }
}

/// Chromium, as Playwright drives it: `KEYSHIFT_CHROMIUM`, else the one of Debian.
enum Browser {
    private static let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "browser.py").path

    /// Whether there is one; says loudly when there is not.
    static let isThere: Bool = {
        if let result = try? run(["can"]), result.status == 0 { return true }
        FileHandle.standardError.write(
            Data("SKIPPED: no Chromium with Playwright; see Tests/RenderingTests/Status/browser.py\n".utf8))
        return false
    }()

    static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [ProcessInfo.processInfo.environment["KEYSHIFT_PYTHON"] ?? "python3", script] + arguments
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
