import MigrationModel
import Testing

@testable import Rendering

struct TableFormatTests {
    private func rendered(_ report: ScanReport, width: Int?, hasColour: Bool = false) -> String {
        let setting = RenderSetting(
            width: width, hasColour: hasColour, toolVersion: "1.0.0", arguments: SampleReports.arguments)
        var text = ""
        TableFormat().render(report, setting) { text += $0 }
        return text
    }

    @Test func printsEverythingWhenThereIsNoTerminal() {
        #expect(rendered(SampleReports.full, width: nil) == Self.everything)
    }

    private static let everything = #"""
        AKIARZPUZDIK2BAIT222  AWS access key  123456789012   secret half present  bait: using it raises \#
        an alarm
            gitops/values.yaml:3  aws.accessKey
            → no consumer found

        AKIARZPUZDIKABCDEFGH  AWS access key  123456789012   secret half present  412d old  Helm release \#
        shop  Argo CD application argocd/shop  immutable
            Secret shop/aws-credentials  data.AWS_ACCESS_KEY_ID › base64  dump.json.gz:120
            Deployment shop/checkout     spec.template.spec.containers[0].env[3].value  (repeated by 3 \#
        Pods, 1 ReplicaSet)  dump.json.gz:2310
            → no consumer found

        ASIARTX3GSDSQABCDEFG  AWS temporary key  111122223333  id only  30m old  mentioned without context
            Secret shop/nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn\#
        nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn\#
        nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn  \#
        data["a|b`c\"d\\e"]  dump.json.gz:7
            Secret shop/<script>alert(1)</script>  data["\x1b[31mred\x1b[0m"]  dump.json.gz:8
            Secret shop/user\u{202e}nimda  data["東京🔑"]  dump.json.gz:9
            Secret shop/two\nlines  stringData["@admin [x](http://a)"] › line 4  dump.json.gz:10
            → no consumer found

        0123456789abcdef0123456789abcdef01234567  Google service account key  \#
        deploy@shop-prod.iam.gserviceaccount.com  private key present
            Secret ci/sh.helm.release.v1.ci.v1  data.release › base64 › base64 › gzip › \#
        config["google.json"].private_key  dump.json.gz:900
            → no consumer found

        azure-storage-account-key:3f9ac20d11b87e52  Azure storage account key  shopassets  secret present \#
         7h old
            Secret shop/assets  data.k › line 1  dump.json.gz:1
            Secret shop/assets  data.k › line 2  dump.json.gz:2
            Secret shop/assets  data.k › line 3  dump.json.gz:3
            Secret shop/assets  data.k › line 4  dump.json.gz:4
            Secret shop/assets  data.k › line 5  dump.json.gz:5
            Secret shop/assets  data.k › line 6  dump.json.gz:6
            Secret shop/assets  data.k › line 7  dump.json.gz:7
            Secret shop/assets  data.k › line 8  dump.json.gz:8
            Secret shop/assets  data.k › line 9  dump.json.gz:9
            Secret shop/assets  data.k › line 10  dump.json.gz:10
            Secret shop/assets  data.k › line 11  dump.json.gz:11
            Secret shop/assets  data.k › line 12  dump.json.gz:12
            Secret shop/assets  data.k › line 13  dump.json.gz:13
            Secret shop/assets  data.k › line 14  dump.json.gz:14
            Secret shop/assets  data.k › line 15  dump.json.gz:15
            Secret shop/assets  data.k › line 16  dump.json.gz:16
            Secret shop/assets  data.k › line 17  dump.json.gz:17
            Secret shop/assets  data.k › line 18  dump.json.gz:18
            Secret shop/assets  data.k › line 19  dump.json.gz:19
            Secret shop/assets  data.k › line 20  dump.json.gz:20
            … and 380 more places (-o json lists all)
            → no consumer found

        AKIARZPUZDIKMINIO222  AWS access key  owner unknown  secret half present  1d old    not AWS: key \#
        for minio.storage.svc  allowed until 2026-06-30: the store goes away with the old cluster
            Secret shop/minio  data.config › base64  dump.json.gz:55
            → no consumer found

        Not scanned (2)
          live-forbidden  production
            Listing pods.metrics.k8s.io is forbidden. Grant list on it, or leave it out.
          malformed-yaml  gitops/values.yaml:12  ConfigMap settings\n::error::forged
            A mapping value is not allowed here (near \x1b[2J). Correct the file.

        Warnings (1)
          duplicate-key  dump.json.gz:40210
            The field data stands twice. Keep one of them.

        Expired allowlist entries (1)
          AKIARZPUZDIKEXPIRED2  shop/Secret/*  expired on 2026-01-31: moves in sprint 12

        Allowlist entries that match no key (1)
          AKIARZPUZDIKUNUSED22  everywhere  until 2026-12-31: rotated | gone

        The scan is partial: there may be more keys in what was not scanned.
        6 keys in 409 places of 8 Secrets, 1 Deployment and 1 file, with no consumer found; 1 allowed; \#
        13 look-alikes set aside (8 documentation keys, 4 placeholders, 1 word); 447 objects, 2.1 MB read
        Next, when the causes above are removed: keyshift scan dump.json.gz gitops/values.yaml

        """#

    @Test func printsAReportWithoutKeys() {
        let expected = #"""
            No static keys found.
            447 objects, 2.1 MB read
            Next, for a record of this result: keyshift scan dump.json.gz gitops/values.yaml -o json

            """#
        #expect(rendered(SampleReports.empty, width: 80) == expected)
    }

    @Test func printsAPartialReportWithoutKeys() {
        let expected = #"""
            Not scanned (1)
              malformed-json  dump.json.gz at byte 812  Secret shop/aws
                The JSON ends in the middle of an object. Make the dump again.

            No static keys found in what was scanned, but the scan is partial.
            1 object, 999 bytes read
            Next, when the causes above are removed: keyshift scan dump.json.gz gitops/values.yaml

            """#
        #expect(rendered(SampleReports.partial, width: 80) == expected)
    }

    @Test func coloursWhatMatters() {
        var report = SampleReports.empty
        report.keys = [SampleReports.bait]
        let expected = """
            [1mAKIARZPUZDIK2BAIT222[0m  AWS access key  123456789012  [31msecret half present[0m
              [33mbait: using it raises an alarm[0m
                gitops/values.yaml:3  [2maws.accessKey[0m
                → no consumer found

            1 key in 1 place of 1 file, with no consumer found; 447 objects, 2.1 MB read
            Next, for code scanning: keyshift scan dump.json.gz gitops/values.yaml -o sarif

            """
        #expect(rendered(report, width: 80, hasColour: true) == expected.replacing("[", with: "\u{1b}["))
    }

    @Test func tellsNothingByColourAlone() {
        let plain = rendered(SampleReports.full, width: 80)
        let coloured = rendered(SampleReports.full, width: 80, hasColour: true)
        #expect(coloured.replacing(/\u{1b}\[[0-9]+m/, with: "") == plain)
    }

    @Test func keepsWithinTheTerminal() {
        for width in [30, 40, 60, 80, 100, 160] {
            let lines = rendered(SampleReports.full, width: width).split(separator: "\n")
            // All but the command, which is to be copied.
            #expect(lines.dropLast().allSatisfy { TerminalText.width(String($0)) <= width }, "\(width) columns")
        }
    }

    @Test func printsNoControlCharacters() {
        for width in [nil, 80] {
            let text = rendered(SampleReports.full, width: width)
            #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
        }
    }
}
