import Testing

@testable import Detection

struct GlobTests {
    @Test(arguments: [
        ("", ""), ("*", ""), ("*", "abc"), ("a*c", "abbc"), ("a*c", "ac"), ("*/Secret/*", "prod/Secret/aws"),
        ("a**b", "a/b"),
        ("abc", "abc"), ("*.a[0]", "x.a[0]"), ("*ab*ab", "xababab"),
    ])
    func matches(pattern: String, text: String) {
        #expect(Glob(pattern).matches(text))
    }

    @Test(arguments: [("", "a"), ("a", ""), ("a*c", "abd"), ("abc", "abcd"), ("a*", "ba"), ("?", "a"), ("ABC", "abc")])
    func refuses(pattern: String, text: String) {
        #expect(!Glob(pattern).matches(text))
    }
}
