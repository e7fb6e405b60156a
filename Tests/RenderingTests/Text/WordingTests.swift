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

    @Test func countsWhatAListLeavesOut() {
        #expect(Wording.list(["a", "b", "c"], most: 3) == "a, b and c")
        #expect(Wording.list(["a", "b", "c"], most: 2) == "a, b and 1 more")
        #expect(Wording.series(["a", "b"], most: 2) == "a, b")
        #expect(Wording.series(["a", "b", "c"], most: 1) == "a, and 2 more")
        #expect(Wording.list([], most: 1) == "")
    }

    @Test func makesSentences() {
        #expect(Wording.sentences("spec.a is gone", "look.") == "spec.a is gone. Look.")
        #expect(Wording.sentences("Gone.", "") == "Gone.")
        #expect(Wording.capitalized("it is gone") == "It is gone")
        #expect(Wording.capitalized("spec.a is gone") == "spec.a is gone")
        #expect(Wording.capitalized("envFrom is gone") == "envFrom is gone")
        #expect(Wording.capitalized("") == "")
    }
}
