import MigrationModel
import Testing

@testable import Rendering

struct ScanSummaryTests {
    @Test func countsKeysPlacesHoldersAndLookAlikes() {
        #expect(
            ScanSummary(SampleReports.full).line
                == "6 keys in 409 places of 8 Secrets, 1 Deployment and 1 file, with no consumer found; 1 allowed; "
                + "13 look-alikes set aside (8 documentation keys, 4 placeholders, 1 word); 447 objects, 2.1 MB read")
        #expect(ScanSummary(SampleReports.empty).line == "447 objects, 2.1 MB read")
    }

    @Test func countsServicesOnceForAllKeys() {
        #expect(ScanSummary(SampleTraces.reported).line.contains(", received by 2 services and possibly by 1 more; "))
        var report = SampleTraces.reported
        report.trace.consumptions.removeAll { $0.service != SampleTraces.orders }
        #expect(ScanSummary(report).line.contains(", received by 1 service; "))
        report.trace.consumptions = SampleTraces.trace.consumptions.filter { $0.service == SampleTraces.release }
        #expect(ScanSummary(report).line.contains(", possibly received by 1 service; "))
    }

    @Test func namesAllReasonsOfLookAlikes() {
        var report = SampleReports.empty
        report.lookAlikes = [.documentation: 1, .placeholder: 2, .template: 3, .word: 4, .alphabet: 5, .partOfToken: 1]
        #expect(
            ScanSummary(report).line
                == "16 look-alikes set aside (5 ids with foreign characters, 4 words, 3 templates, 2 placeholders, "
                + "1 documentation key, 1 part of longer tokens); 447 objects, 2.1 MB read")
    }

    @Test func sumsUpRareKinds() {
        let sightings = (1...8).map { number in
            let object = ObjectReference(apiVersion: "v1", kind: "Kind\(number)", namespace: "a", name: "b")
            return SampleReports.sighting(object, 1, [.field("a")])
        }
        var key = SampleReports.paired
        key.sightings = sightings
        var report = SampleReports.empty
        report.keys = [key]
        #expect(
            ScanSummary(report).line
                == "1 key in 8 places of 1 Kind1, 1 Kind2, 1 Kind3, 1 Kind4, 1 Kind5 and 3 other objects, "
                + "with no consumer found; 447 objects, 2.1 MB read")
    }

    @Test func saysWhatNoKeysMean() {
        #expect(ScanSummary(SampleReports.empty).verdict == "No static keys found.")
        #expect(
            ScanSummary(SampleReports.partial).verdict
                == "No static keys found in what was scanned, but the scan is partial.")
        #expect(
            ScanSummary(SampleReports.full).verdict
                == "The scan is partial: there may be more keys in what was not scanned.")
        var report = SampleReports.empty
        report.keys = [SampleReports.paired]
        #expect(ScanSummary(report).verdict == nil)
    }
}
