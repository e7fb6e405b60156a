import MigrationModel
import Rendering
import Testing

struct CSVFormatTests {
    private func cell(ofPrincipal principal: String) -> String? {
        var key = MachineReports.azure
        key.identity.principal = principal
        let text = CSVFormat().text(of: ScanReport(generated: "", inputs: [], keys: [key]))
        // What stands between the lifetime and the nature.
        return text.split(separator: "long-term,").last?.split(separator: ",ordinary").first.map(String.init)
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\\t=1"),
        ("\r=1", "'\\r=1"), ("\n=1", "'\\n=1"), ("\u{FF1D}1", "'\u{FF1D}1"), ("=\"a\",b", "\"'=\"\"a\"\",b\""),
    ])
    func guardsFormulas(principal: String, cell: String) {
        #expect(self.cell(ofPrincipal: principal) == cell)
    }

    @Test(arguments: [
        ("a=1", "a=1"), ("1-2", "1-2"), ("a b", "a b"), ("a,b", "\"a,b\""), ("\"", "\"\"\"\""), ("é", "é"),
        ("a\r\nb\u{0}", "a\\r\\nb\\u0000"),
    ])
    func keepsOtherTexts(principal: String, cell: String) {
        #expect(self.cell(ofPrincipal: principal) == cell)
    }
}
