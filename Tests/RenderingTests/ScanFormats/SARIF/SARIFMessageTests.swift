import Testing

@testable import Rendering

struct SARIFMessageTests {
    @Test func makesNoLinks() {
        #expect(SARIFMessage.text("[click](http://e) a[0](1)") == "[click] (http://e) a[0] (1)")
        #expect(SARIFMessage.text("[\"a.b\"] (x)") == "[\"a.b\"] (x)")
        #expect(SARIFMessage.text("a\u{1B}[2J\n") == "a\\u001b[2J\\n")
    }

    @Test func shortensTheMiddle() {
        #expect(SARIFMessage.shortened("abcdef", to: 6) == "abcdef")
        #expect(SARIFMessage.shortened("abcdefg", to: 6) == "ab…efg")
        #expect(SARIFMessage.shortened("", to: 6) == "")
    }
}
