import Foundation
import Testing

/// `keyshift demo` from outside: the picture in the README, and what it leaves behind.
struct DemoTests {
    /// The secret half of the simulated key.
    private static let secret = "2EDLbdDZ1c5jAE2rjTbrNLwMtshF6PwKluYIFdlK"

    @Test func walksThroughAWholeMigration() throws {
        let program = try Executable()
        defer { program.remove() }
        let run = try program.run("demo")
        #expect(run.status == 0)
        #expect(run.errors == "")
        let picture = try ReadmePicture.output(of: "keyshift demo")
        #expect(ReadmePicture.withoutCounts(run.output) == ReadmePicture.withoutCounts(picture))
        #expect(try program.run("ledger", "verify", "keyshift-demo/plan").status == 0)
        let status = try program.run("status", "keyshift-demo/plan")
        #expect(status.status == 0)
        #expect(status.output.contains("4 of 4 services moved, 1 of 1 key deleted"))
        #expect(try program.run("plan", "--check", "keyshift-demo/plan").status == 0)
    }

    /// The status in the README is that of the demonstration when the third service has its canary.
    @Test func theReadmeShowsItHalfWay() throws {
        let program = try Executable()
        defer { program.remove() }
        _ = try program.run("demo", "--fast")
        let events = try program.run("ledger", "export", "keyshift-demo/plan").output.split(separator: "\n")
        let last = try #require(
            events.lastIndex {
                $0.contains("\"kind\":\"claim-released\"") && $0.contains("\"shift/production/order-api/canary\"")
            })
        let moment = try #require(events[last].firstMatch(of: /"at":"([^"]+)"/))
        try events[...last].map { $0 + "\n" }.joined().write(
            toFile: program.folder + "/events", atomically: true, encoding: .utf8)
        try String(moment.1).write(toFile: program.folder + "/now", atomically: true, encoding: .utf8)
        let run = try program.shell(
            "cp -r keyshift-demo/plan plan && rm -r plan/.keyshift && $keyshift ledger import plan --from events >log && "
                + "$keyshift status plan --clock now")
        #expect(run.status == 10)
        #expect(run.errors == "")
        let picture = try ReadmePicture.output(of: "keyshift status plan")
        #expect(ReadmePicture.withoutCounts(run.output) == ReadmePicture.withoutCounts(picture))
    }

    @Test func leavesTheSecretHalfNowhereButInTheDump() throws {
        let program = try Executable()
        defer { program.remove() }
        let run = try program.run("demo", "left")
        let encoded = Data(Self.secret.utf8).base64EncodedString()
        var holders: [String] = []
        for name in run.created {
            guard let bytes = FileManager.default.contents(atPath: program.folder + "/" + name) else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            if text.contains(Self.secret) || text.contains(encoded) { holders.append(name) }
        }
        #expect(holders == ["left/cluster.json"])
        #expect(run.created.contains("left/status.html"))
    }

    @Test(arguments: [
        ("canary", "canary ✗", "has not rolled out in 10 minutes: 0 of 1 new Pods are ready."),
        ("drift", "canary ✗", "keyshift plan --revise: what is done stays done."),
        ("regression", "removed ✗", "it is managed by Helm (analytics-pipeline)."),
    ]) func showsRefusalAndTheWayOn(_ fault: String, _ mark: String, _ words: String) throws {
        let program = try Executable()
        defer { program.remove() }
        let run = try program.run("demo", "--break", fault)
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(run.output.components(separatedBy: mark).count == 2)
        #expect(run.output.contains(words))
        #expect(run.output.contains("No service failed at any time; no static key is left."))
        #expect(try program.run("ledger", "verify", "keyshift-demo/plan").status == 0)
    }

    @Test func overwritesNothing() throws {
        let program = try Executable(texts: ["mine/notes.txt": "keep"])
        defer { program.remove() }
        let run = try program.run("demo", "mine")
        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(run.errors.contains("mine is there and not empty. Name another folder, or remove it yourself."))
        #expect(run.created == [])
    }
}
