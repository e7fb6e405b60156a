import Testing

@testable import ClusterDump

struct KubectlLogTests {
    private func log(_ pieces: String...) -> KubectlLog {
        var log = KubectlLog()
        for piece in pieces { Array(piece.utf8).withUnsafeBytes { log.append($0) } }
        log.close()
        return log
    }

    @Test func keepsErrorsAndDropsTheRest() {
        let log = log(
            "E1121 memcache.go:265] noise\nError from ser", "ver (Forbidden): no\nsecret: hunter2\n", "error: last")
        #expect(log.errors == ["Error from server (Forbidden): no", "error: last"])
        #expect(log.throttled == 0)
    }

    @Test func removesControlCharacters() {
        #expect(log("error: a\u{1B}[31mb\u{7}\u{85}c\n").errors == ["error: a[31mbc"])
    }

    @Test func readsTheEndOfALongLog() {
        let noise = String(repeating: "noise\n", count: 100_000)
        let log = log("error: first\n", noise, noise, "error: last\n")
        #expect(log.errors == ["error: first", "error: last"])
    }

    @Test func boundsLinesAndTheirNumber() {
        let long = log("error: " + String(repeating: "x", count: 100_000))
        #expect(long.errors.map(\.count) == [2000])
        #expect(log(String(repeating: "error: x\n", count: 1000)).errors.count == 20)
    }
}

struct KubectlComplaintTests {
    private func complaint(_ status: ProgramRun.Ending.Status, _ text: String = "") -> KubectlComplaint? {
        var log = KubectlLog()
        Array(text.utf8).withUnsafeBytes { log.append($0) }
        log.close()
        return KubectlComplaint(ProgramRun.Ending(status: status, log: log))
    }

    @Test func isNoneAfterSuccessWhateverWasPrinted() {
        #expect(complaint(.exited(0), "error: harmless\n") == nil)
        #expect(complaint(.abandoned) == nil)
    }

    @Test func tellsReasonsApart() {
        #expect(complaint(.exited(1), "Error from server (Forbidden): not you\n") == .forbidden("not you"))
        #expect(complaint(.exited(1), "Error from server (Expired): old\n") == .expired)
        #expect(complaint(.exited(1), "Error from server (Gone): old\n") == .expired)
        #expect(complaint(.exited(1), "Error from server (NotFound): what\n") == .notFound)
        #expect(
            complaint(.exited(1), "error: You must be logged in to the server (Unauthorized)\n")
                == .unauthenticated("You must be logged in to the server (Unauthorized)"))
        #expect(complaint(.exited(1), "Error from server (Unauthorized): no\n") == .unauthenticated("no"))
        #expect(
            complaint(.exited(1), "Unable to connect to the server: EOF\n")
                == .failed("Unable to connect to the server: EOF"))
        #expect(complaint(.signaled(9)) == .failed("kubectl ended with signal 9 and no error of its own"))
        #expect(complaint(.notStarted) == .missing)
        #expect(complaint(.exited(127)) == .missing)
        #expect(complaint(.silent) == .silent)
    }
}
