import Testing

@testable import Rendering

/// Third parties read the graphs in `ThirdPartyTests`; these are the exact escapes.
struct GraphEscapesTests {
    @Test func escapesLabelsOfGraphviz() {
        #expect(DotFormat.escaped(#"a"b\N&amp;<i>é"#) == #"a\"b\\N&amp;amp;&lt;i&gt;é"#)
        #expect(DotFormat.escaped("Secret shop/a-b.c") == "Secret shop/a-b.c")
    }

    @Test func escapesLabelsOfMermaid() {
        #expect(MermaidFormat.escaped("a\"b#;]`<%{|}") == "a#34;b#35;#59;#93;#96;#60;#37;#123;#124;#125;")
        #expect(MermaidFormat.escaped("Secret shop/a-b.c é") == "Secret shop/a-b.c é")
        #expect(MermaidFormat.escaped("- a 1. b") == "#45; a 1#46; b")
    }

    @Test func shortensLabels() {
        #expect(ServiceGraph.label("two\nlines\u{202E}") == "two\\nlines\\u{202e}")
        #expect(TerminalText.width(ServiceGraph.label(String(repeating: "n", count: 253))) == 60)
    }
}
