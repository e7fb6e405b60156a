import Testing

@testable import Planning

struct LegalNamesTests {
    private let template = "{cluster}-{namespace}-{serviceAccount}"

    @Test func fillsATemplate() {
        var names = LegalNames()
        #expect(names.name(template, cluster: "prod", namespace: "shop", account: "api", limit: 64) == "prod-shop-api")
    }

    @Test func fillsPlaceholdersOnce() {
        var names = LegalNames()
        let name = names.name(template, cluster: "{namespace}", namespace: "{namespace}", account: "a", limit: 64)
        #expect(name == "namespace---namespace--a")
    }

    @Test func shortensAndTellsApart() {
        var names = LegalNames()
        let long = String(repeating: "x", count: 80)
        let first = names.name(template, cluster: "prod", namespace: long, account: "a", limit: 64)
        let second = names.name(template, cluster: "prod", namespace: long, account: "b", limit: 64)
        #expect(first.utf8.count == 64)
        #expect(first != second)
        let third = names.name(template, cluster: "p", namespace: "Shop", account: "a", limit: 64)
        let fourth = names.name(template, cluster: "p", namespace: "shop", account: "a", limit: 64)
        #expect(third.lowercased() != fourth.lowercased())
    }
}
