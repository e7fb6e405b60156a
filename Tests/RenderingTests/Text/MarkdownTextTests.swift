import Testing

@testable import Rendering

struct MarkdownTextTests {
    @Test(arguments: [
        ("", ""), ("data.KEY › base64", "`data.KEY › base64`"), ("a[0] @me #1 *b*", "`a[0] @me #1 *b*`"),
        ("a|b", "<code>a&#124;b</code>"), ("a`b", "<code>a&#96;b</code>"), ("a\\b", "<code>a&#92;b</code>"),
        ("<b>", "<code>&#60;b&#62;</code>"), ("&amp;", "<code>&#38;amp;</code>"), (" a", "<code> a</code>"),
        ("a\nb", "<code>a&#92;nb</code>"), ("\u{202e}", "<code>&#92;u{202e}</code>"),
        ("<@me>", "<code>&#60;`@`me&#62;</code>"), ("<http://a>", "<code>&#60;http:&#47;/a&#62;</code>"),
    ])
    func writesCode(text: String, expected: String) {
        #expect(MarkdownText.code(text) == expected)
    }

    @Test(arguments: [
        ("Plain (really): 1.5, yes!", "Plain (really): 1.5, yes!"), ("@admin fixes #12", "`@`admin fixes `#`12"),
        ("[x](http://a)", "&#91;x&#93;(http:&#47;/a)"), ("www.a.b", "www&#46;a.b"),
        ("<!-- -->", "&#60;!-- --&#62;"),
        (
            "a|b*c*_d_~e~`f`$g$",
            "a&#124;b&#42;c&#42;&#95;d&#95;&#126;e&#126;&#96;f&#96;&#36;g&#36;"
        ),
        ("a\n\n# b", "a&#92;n&#92;n`#` b"),
    ])
    func writesProse(text: String, expected: String) {
        #expect(MarkdownText.prose(text) == expected)
    }
}
