import Testing

@testable import Rendering

struct HCLTests {
    @Test(arguments: [
        ("plain", #""plain""#), ("a\"b\\", #""a\"b\\""#), ("${x}", #""$${x}""#), ("%{if x}", #""%%{if x}""#),
        ("$x %y $", #""$x %y $""#), ("$${x}", #""$$${x}""#), ("a\nb\tc\r", #""a\nb\tc\r""#),
        ("\u{1B}\u{202E}\u{E0041}", #""\u001b\u202e\U000e0041""#), ("", #""""#),
    ])
    func quotesTexts(text: String, quoted: String) {
        #expect(HCLBody.quoted(text) == quoted)
    }

    @Test func linesUpWhatStandsTogether() {
        let body = HCLBody([
            .comment("What it is\nfor"), .attribute("a", .flag(true)),
            .attribute("long", .list([.text("x"), .text("y")])),
            .attribute("object", .object([("b", .expression("var.b")), ("name", .flag(false))])),
            .attribute("c", .text("z")), .block("empty", ["l"], HCLBody([])),
            .block("inner", [], HCLBody([.attribute("d", .text("1"))])),
        ])
        #expect(
            body.text == #"""
                # What it is\nfor
                a    = true
                long = ["x", "y"]

                object = {
                  b    = var.b
                  name = false
                }

                c = "z"

                empty "l" {}

                inner {
                  d = "1"
                }

                """#)
    }
}
