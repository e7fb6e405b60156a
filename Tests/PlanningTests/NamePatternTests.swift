import Testing

@testable import Planning

struct NamePatternTests {
    @Test(arguments: [
        ("production/*", "production/Deployment/api", true), ("*/CronJob/*", "a/CronJob/b", true),
        ("production/Deployment/order-*", "production/Deployment/order-api", true),
        ("production/Deployment/order-*", "production/Deployment/other", false), ("a", "a", true), ("a", "ab", false),
        ("*", "", true), ("a*a", "a", false), ("", "", true), ("", "a", false),
    ])
    func matches(pattern: String, name: String, isMatch: Bool) {
        #expect(NamePattern(pattern).matches(name) == isMatch)
    }
}
