import Testing

@testable import Rendering

struct WordingTests {
    @Test(arguments: [
        (0, "key", "0 keys"), (1, "Pod", "1 Pod"), (2, "Secret", "2 Secrets"), (2, "Ingress", "2 Ingresses"),
        (2, "NetworkPolicy", "2 NetworkPolicies"), (2, "Gateway", "2 Gateways"), (2, "Endpoints", "2 Endpoints"),
        (999, "Pod", "999 Pods"), (1000, "Pod", "1,000 Pods"), (1_234_567, "Pod", "1,234,567 Pods"),
    ])
    func counts(number: Int, noun: String, expected: String) {
        #expect(Wording.count(number, noun) == expected)
    }

    @Test func listsWithAnAnd() {
        #expect(Wording.list([]) == "")
        #expect(Wording.list(["a"]) == "a")
        #expect(Wording.list(["a", "b"]) == "a and b")
        #expect(Wording.list(["a", "b", "c"]) == "a, b and c")
    }

    @Test func countsTheMostFrequentFirst() {
        #expect(Wording.counts(["Pod": 1, "Secret": 2, "Job": 1]) == ["2 Secrets", "1 Job", "1 Pod"])
    }
}
