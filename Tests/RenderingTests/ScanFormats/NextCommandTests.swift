import MigrationModel
import Testing

@testable import Rendering

struct NextCommandTests {
    private func report(_ keys: [StaticKey], inputs: [String] = ["dump.json"]) -> ScanReport {
        ScanReport(
            generated: SampleReports.generated, inputs: inputs.map { ScannedInput(name: $0, bytes: 1, objects: 1) },
            keys: keys)
    }

    @Test func asksForAnotherFormatWhenThereAreKeys() {
        #expect(
            NextCommand(report([SampleReports.paired]), ["dump.json"]).line
                == "Next, for other programs: keyshift scan dump.json -o json")
    }

    @Test func explainsTheFirstKeyThatHasAStory() {
        var report = SampleTraces.reported
        report.keys.reverse()
        #expect(
            NextCommand(report, ["dump.json", "-o", "table"]).line
                == "Next, for the whole story of a key: keyshift scan dump.json --explain "
                + "0123456789abcdef0123456789abcdef01234567")
    }

    @Test func asksForCodeScanningWhenKeysAreInFilesOfAFolder() {
        #expect(
            NextCommand(report([SampleReports.paired], inputs: ["gitops/a.yaml"]), ["gitops/"]).line
                == "Next, for code scanning: keyshift scan gitops/ -o sarif")
        #expect(
            NextCommand(report([SampleReports.bait]), ["values.yaml"]).line
                == "Next, for code scanning: keyshift scan values.yaml -o sarif")
    }

    @Test func recordsAResultWithoutOpenKeys() {
        for keys in [[], [SampleReports.thirdParty]] {
            #expect(
                NextCommand(report(keys), ["-A"]).line
                    == "Next, for a record of this result: keyshift scan -A -o json")
        }
    }

    @Test func repeatsAPartialScan() {
        #expect(
            NextCommand(SampleReports.partial, ["a b.json", "-o", "csv"]).line
                == "Next, when the causes above are removed: keyshift scan 'a b.json'")
    }

    @Test(arguments: [
        (["-o", "csv", "a"], "a"), (["-ocsv", "a"], "a"), (["-o=csv", "a"], "a"), (["a", "--output", "csv"], "a"),
        (["--output=csv", "a"], "a"), (["a", "-o"], "a"), (["--only", "a"], "--only a"),
    ])
    func replacesTheFormat(arguments: [String], repeated: String) {
        #expect(
            NextCommand(report([]), arguments).line
                == "Next, for a record of this result: keyshift scan \(repeated) -o json")
    }

    @Test func asksBeforeTheFilesThatLookLikeOptions() {
        #expect(
            NextCommand(report([]), ["-A", "--", "-o"]).line
                == "Next, for a record of this result: keyshift scan -A -o json -- -o")
    }
}
