import MigrationModel
import Testing

struct GlobTests {
    @Test(arguments: [
        ("", ""), ("*", ""), ("*", "abc"), ("a*c", "abbc"), ("a*c", "ac"), ("*/Secret/*", "prod/Secret/aws"),
        ("a**b", "a/b"),
        ("abc", "abc"), ("*.a[0]", "x.a[0]"), ("*ab*ab", "xababab"), ("production/*", "production/Deployment/api"),
        ("*/CronJob/*", "a/CronJob/b"), ("production/Deployment/order-*", "production/Deployment/order-api"),
        ("a", "a"),
    ])
    func matches(pattern: String, text: String) {
        #expect(Glob(pattern).matches(text))
    }

    @Test(arguments: [
        ("", "a"), ("a", ""), ("a*c", "abd"), ("abc", "abcd"), ("a*", "ba"), ("?", "a"), ("ABC", "abc"), ("a*a", "a"),
        ("production/Deployment/order-*", "production/Deployment/other"), ("a", "ab"),
    ])
    func refuses(pattern: String, text: String) {
        #expect(!Glob(pattern).matches(text))
    }
}
