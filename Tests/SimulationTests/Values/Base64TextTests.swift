import Testing

@testable import Simulation

struct Base64TextTests {
    @Test(arguments: [
        ("", ""), ("a", "YQ=="), ("ab", "YWI="), ("abc", "YWJj"), ("abcd\n", "YWJjZAo="), ("ü?>", "w7w/Pg=="),
    ])
    func isReadAndWritten(_ text: String, _ code: String) {
        #expect(Base64Text.encoding(text) == code)
        #expect(Base64Text.decoding(code) == text)
    }
}
