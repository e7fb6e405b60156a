internal import MigrationModel

/// Where a migration stands as one page that needs no network, to be looked at, searched, printed and kept with an audit.
///
/// A content security policy lets in exactly its own style and script, so that nothing that a cluster calls itself can run; it
/// can be read without the script, which searches, filters and shows the evidence.
public struct StatusPageFormat: StatusFormat {
    /// `-o html`.
    public static let name = "html"

    /// Creates the format.
    public init() {}

    /// Prints the page section by section.
    public func render(_ report: StatusReport, _ setting: RenderSetting, to write: (String) -> Void) {
        let facts = StatusFacts(report)
        write(Self.head(facts))
        write(PageHeading.text(facts))
        write("<main id=\"main\">\n")
        write(PageAttention.text(facts))
        write(PageFigures.text(facts))
        write(PageSteps.text(facts))
        PageServices.write(facts, to: write)
        PageKeys.write(facts, to: write)
        write(PageOverrides.text(facts))
        write(PageLedger.text(facts, setting))
        write("</main>\n<script type=\"application/json\" id=\"data\">")
        write(PageData(facts).text)
        write("</script>\n<script>\(StatusPageScript.text)</script>\n</body>\n</html>\n")
    }

    private static func head(_ facts: StatusFacts) -> String {
        let policy =
            "default-src 'none'; img-src data:; style-src \(HTMLText.policyHash(of: StatusPageStyle.text)); "
            + "script-src \(HTMLText.policyHash(of: StatusPageScript.text)); base-uri 'none'; form-action 'none'"
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>\(HTMLText.text(PageHeading.title(facts.report))): \(facts.report.standing.words) – keyshift</title>
            <link rel="icon" href="data:,">
            <style>\(StatusPageStyle.text)</style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the contents</a>

            """
    }
}
