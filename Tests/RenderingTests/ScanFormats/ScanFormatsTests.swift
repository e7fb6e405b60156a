import Testing

@testable import Rendering

struct ScanFormatsTests {
    @Test func findsAFormatByItsName() {
        #expect(ScanFormats.named("table") is TableFormat)
        #expect(ScanFormats.named("markdown") is MarkdownFormat)
        #expect(ScanFormats.named("Table") == nil)
        #expect(ScanFormats.named("") == nil)
    }

    @Test func namesEveryFormatOnce() {
        let names = ScanFormats.all.map { type(of: $0).name }
        #expect(names.first == "table")
        #expect(Set(names).count == names.count)
    }
}
