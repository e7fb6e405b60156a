import MigrationModel
import Testing

@testable import Rendering

struct ServiceDescriptionTests {
    private func described(_ consumptions: [Consumption], facts: Service = SampleTraces.orderService)
        -> ServiceDescription
    {
        ServiceDescription(
            service: KeyService(facts: facts, consumptions: consumptions), namesInput: false)
    }

    private func consumption(_ container: String?, _ reception: Reception) -> Consumption {
        var consumption = SampleTraces.consumption(SampleTraces.orders, "", .main, reception)
        consumption.container = container
        return consumption
    }

    @Test func groupsContainersWithTheSameWays() {
        let consumptions = ["a", "b"].flatMap {
            [consumption($0, .variable("K")), consumption($0, .volume(path: "/k"))]
        }
        #expect(described(consumptions).ways == ["a, b: env K, file /k"])
        #expect(
            described(consumptions + [consumption("c", .variable("K"))]).ways == ["a, b: env K, file /k", "c: env K"])
    }

    @Test func foldsManyContainersAndWays() {
        let many = (1...6).map { consumption("c\($0)", .variable("K")) }
        #expect(described(many).ways == ["c1, c2, c3, c4, and 2 more: env K"])
        let ways = (1...6).map { consumption("c", .variable("K\($0)")) }
        #expect(described(ways).ways == ["c: env K1, env K2, env K3, env K4, and 2 more"])
        let groups = (1...6).map { consumption("c\($0)", .variable("K\($0)")) }
        #expect(described(groups).ways.last == "2 more containers in other ways")
    }

    @Test func tellsRolesAndWaysWithoutAContainer() {
        var initial = consumption("migrate", .argument(of: "K"))
        initial.role = .initial
        #expect(described([initial]).ways == ["migrate (init): $(K) in its command line"])
        #expect(described([consumption(nil, .imagePull)]).ways == ["imagePullSecrets"])
    }

    @Test func marksDoubtOnTheWayOrOnTheWhole() {
        var doubtful = consumption("a", .variable("K"))
        doubtful.certainty = .possible
        #expect(described([doubtful]).doubt == "possible")
        #expect(described([doubtful]).ways == ["a: env K"])
        let both = described([doubtful, consumption("a", .variable("L"))])
        #expect(both.doubt == nil)
        #expect(both.ways == ["a: env K (possible), env L"])
    }

    @Test func saysWhenOnlyOldObjectsReceiveTheKey() {
        var old = consumption("a", .variable("K"))
        old.object.kind = "ReplicaSet"
        #expect(described([old]).standIn == "only in ReplicaSet shop/order-api")
        #expect(described([old, consumption("a", .variable("K"))]).standIn == nil)
        var older = old
        older.object.name = "older"
        #expect(described([old, older]).standIn == "not in its own template, but in 2 objects of it")
    }
}
