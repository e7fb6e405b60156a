import MigrationModel
import Testing

struct WildcardPatternTests {
    @Test(arguments: [
        ("*", "s3:GetObject"), ("*", "*"), ("s3:*", "s3:Get*"), ("s3:Get?", "s3:GetX"), ("a*c", "a*b*c"), ("a?", "a?"),
        ("*", ""), ("a**", "a*"), ("a*", "a**"), ("a*b*", "axbyb"),
    ])
    func contains(pattern: String, other: String) {
        #expect(WildcardPattern(pattern).contains(WildcardPattern(other)))
    }

    @Test(arguments: [
        ("s3:Get*", "s3:*"), ("a?", "a*"), ("a", "a?"), ("s3:Get", "s3:GetObject"), ("", "*"), ("a*c", "a*b"),
        ("?", "*"),
    ])
    func refuses(pattern: String, other: String) {
        #expect(!WildcardPattern(pattern).contains(WildcardPattern(other)))
    }

    @Test(arguments: [
        ("s3:*", "*:Get", true), ("a*", "*b", true), ("a?", "?b", true), ("a*", "b*", false), ("ab", "a?c", false),
        ("*a*", "bbb", false), ("a*b", "a", false), ("", "*", true),
    ])
    func tellsOverlap(one: String, other: String, expected: Bool) {
        #expect(WildcardPattern(one).overlaps(WildcardPattern(other)) == expected)
        #expect(WildcardPattern(other).overlaps(WildcardPattern(one)) == expected)
    }

    /// Every pair of short patterns against every short text: what is said of patterns is so of texts.
    @Test func isRightAboutTexts() {
        func words(_ letters: [String], _ length: Int) -> [String] {
            (0..<length).reduce(into: [[""]]) { all, _ in
                all.append((all.last ?? []).flatMap { word in letters.map { word + $0 } })
            }.flatMap(\.self)
        }
        let texts = words(["a", "b"], 5)
        let patterns = words(["a", "b", "*", "?"], 3).map { text in
            let pattern = WildcardPattern(text)
            return (pattern: pattern, matches: Set(texts.filter { pattern.contains(WildcardPattern($0)) }))
        }
        for one in patterns {
            for other in patterns {
                if one.pattern.contains(other.pattern) { #expect(one.matches.isSuperset(of: other.matches)) }
                #expect(one.pattern.overlaps(other.pattern) == !one.matches.isDisjoint(with: other.matches))
            }
        }
    }
}
