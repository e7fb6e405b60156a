import MigrationModel
import Testing

@testable import Rendering

struct MarkdownFormatTests {
    private func rendered(_ report: ScanReport, width: Int?, hasColour: Bool = false) -> String {
        let setting = RenderSetting(
            width: width, hasColour: hasColour, toolVersion: "1.0.0", arguments: SampleReports.arguments)
        var text = ""
        MarkdownFormat().render(report, setting) { text += $0 }
        return text
    }

    @Test func printsATicket() {
        #expect(rendered(SampleReports.full, width: nil) == Self.ticket)
    }

    private static let ticket = #"""
        # Static cloud keys

        **The scan is partial: there may be more keys in what was not scanned.**

        6 keys in 409 places of 8 Secrets, 1 Deployment and 1 file, with no consumer found; 1 allowed; \#
        13 look-alikes set aside (8 documentation keys, 4 placeholders, 1 word); 447 objects, 2.1 MB read

        Scanned `2026-03-01T12:00:00Z`

        | Key | Kind | Account or principal | Found | Age | Notes |
        | --- | --- | --- | --- | --- | --- |
        | `AKIARZPUZDIK2BAIT222` | AWS access key | `123456789012` | **secret half present** |  | bait: \#
        using it raises an alarm |
        | `AKIARZPUZDIKABCDEFGH` | AWS access key | `123456789012` | **secret half present** | 412d | \#
        Helm release shop<br>Argo CD application argocd/shop<br>immutable |
        | `ASIARTX3GSDSQABCDEFG` | AWS temporary key | `111122223333` | id only | 30m | mentioned without \#
        context |
        | `0123456789abcdef0123456789abcdef01234567` | Google service account key | \#
        `deploy@shop-prod.iam.gserviceaccount.com` | **private key present** |  |  |
        | `azure-storage-account-key:3f9ac20d11b87e52` | Azure storage account key | `shopassets` | \#
        **secret present** | 7h |  |
        | `AKIARZPUZDIKMINIO222` | AWS access key | owner unknown | **secret half present** | 1d | not \#
        AWS: key for minio.storage.svc<br>allowed until 2026-06-30: the store goes away with the old \#
        cluster |

        ## Places

        ### `AKIARZPUZDIK2BAIT222`

        - `gitops/values.yaml:3`: `aws.accessKey`

        → no consumer found

        ### `AKIARZPUZDIKABCDEFGH`

        - `Secret shop/aws-credentials`: `data.AWS_ACCESS_KEY_ID › base64`, `dump.json.gz:120`
        - `Deployment shop/checkout`: `spec.template.spec.containers[0].env[3].value` (repeated by 3 \#
        Pods, 1 ReplicaSet), `dump.json.gz:2310`

        → no consumer found

        ### `ASIARTX3GSDSQABCDEFG`

        - `Secret shop/nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn\#
        nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn\#
        nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn`: \#
        <code>data&#91;"a&#124;b&#96;c&#92;"d&#92;&#92;e"&#93;</code>, `dump.json.gz:7`
        - <code>Secret shop/&#60;script&#62;alert(1)&#60;/script&#62;</code>: \#
        <code>data&#91;"&#92;x1b&#91;31mred&#92;x1b&#91;0m"&#93;</code>, `dump.json.gz:8`
        - <code>Secret shop/user&#92;u{202e}nimda</code>: `data["東京🔑"]`, `dump.json.gz:9`
        - <code>Secret shop/two&#92;nlines</code>: `stringData["@admin [x](http://a)"] › line 4`, \#
        `dump.json.gz:10`

        → no consumer found

        ### `0123456789abcdef0123456789abcdef01234567`

        - `Secret ci/sh.helm.release.v1.ci.v1`: `data.release › base64 › base64 › gzip › \#
        config["google.json"].private_key`, `dump.json.gz:900`

        → no consumer found

        ### `azure-storage-account-key:3f9ac20d11b87e52`

        - `Secret shop/assets`: `data.k › line 1`, `dump.json.gz:1`
        - `Secret shop/assets`: `data.k › line 2`, `dump.json.gz:2`
        - `Secret shop/assets`: `data.k › line 3`, `dump.json.gz:3`
        - `Secret shop/assets`: `data.k › line 4`, `dump.json.gz:4`
        - `Secret shop/assets`: `data.k › line 5`, `dump.json.gz:5`
        - `Secret shop/assets`: `data.k › line 6`, `dump.json.gz:6`
        - `Secret shop/assets`: `data.k › line 7`, `dump.json.gz:7`
        - `Secret shop/assets`: `data.k › line 8`, `dump.json.gz:8`
        - `Secret shop/assets`: `data.k › line 9`, `dump.json.gz:9`
        - `Secret shop/assets`: `data.k › line 10`, `dump.json.gz:10`
        - `Secret shop/assets`: `data.k › line 11`, `dump.json.gz:11`
        - `Secret shop/assets`: `data.k › line 12`, `dump.json.gz:12`
        - `Secret shop/assets`: `data.k › line 13`, `dump.json.gz:13`
        - `Secret shop/assets`: `data.k › line 14`, `dump.json.gz:14`
        - `Secret shop/assets`: `data.k › line 15`, `dump.json.gz:15`
        - `Secret shop/assets`: `data.k › line 16`, `dump.json.gz:16`
        - `Secret shop/assets`: `data.k › line 17`, `dump.json.gz:17`
        - `Secret shop/assets`: `data.k › line 18`, `dump.json.gz:18`
        - `Secret shop/assets`: `data.k › line 19`, `dump.json.gz:19`
        - `Secret shop/assets`: `data.k › line 20`, `dump.json.gz:20`
        - … and 380 more

        → no consumer found

        ### `AKIARZPUZDIKMINIO222`

        - `Secret shop/minio`: `data.config › base64`, `dump.json.gz:55`

        → no consumer found

        ## Not scanned

        - `live-forbidden` `production` — Listing pods.metrics.k8s.io is forbidden. Grant list on it, or \#
        leave it out.
        - `malformed-yaml` `gitops/values.yaml:12` <code>ConfigMap settings&#92;n::error::forged</code> — \#
        A mapping value is not allowed here (near &#92;x1b&#91;2J). Correct the file.

        ## Warnings

        - `duplicate-key` `dump.json.gz:40210` — The field data stands twice. Keep one of them.

        ## Expired allowlist entries

        - `AKIARZPUZDIKEXPIRED2` `shop/Secret/*`, expired on 2026-01-31: moves in sprint 12

        ## Allowlist entries that match no key

        - `AKIARZPUZDIKUNUSED22` everywhere, until 2026-12-31: rotated &#124; gone

        """#

    @Test func printsAReportWithoutKeys() {
        let expected = #"""
            # Static cloud keys

            **No static keys found.**

            447 objects, 2.1 MB read

            Scanned `2026-03-01T12:00:00Z`

            """#
        #expect(rendered(SampleReports.empty, width: 80) == expected)
    }

    @Test func printsAPartialReportWithoutKeys() {
        let expected = #"""
            # Static cloud keys

            **No static keys found in what was scanned, but the scan is partial.**

            1 object, 999 bytes read

            Scanned `2026-03-01T12:00:00Z`

            ## Not scanned

            - `malformed-json` `dump.json.gz at byte 812` `Secret shop/aws` — The JSON ends in the middle of \#
            an object. Make the dump again.

            """#
        #expect(rendered(SampleReports.partial, width: 80) == expected)
    }
}
