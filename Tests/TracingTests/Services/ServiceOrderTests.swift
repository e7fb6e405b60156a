import MigrationModel
import Testing

@testable import Tracing

struct ServiceOrderTests {
    private func name(_ kind: String, _ name: String, in namespace: String?, input: String = "a") -> WorkloadName {
        WorkloadName(
            input: input,
            object: ObjectReference(apiVersion: "apps/v1", kind: kind, namespace: namespace, name: name))
    }

    @Test func ordersAsNamesAre() {
        let names = [
            name("StatefulSet", "a", in: "shop"), name("Deployment", "b", in: "shop"), name("Deployment", "b", in: nil),
            name("Deployment", "a", in: "shop", input: "b"), name("Deployment", "a", in: "shop"),
            name("Deployment", "z", in: "blog"),
        ]
        let order = ServiceOrder(names)
        #expect(order.sorted.map { names[$0] } == names.sorted())
        #expect(order.ranks == [5, 4, 0, 3, 2, 1])
    }

    @Test func findsPlacesForNamesThatComeLater() {
        let names = [name("Deployment", "m", in: "shop"), name("Deployment", "c", in: "shop")]
        let others = ["a", "d", "e", "z"].map { name("Bucket", $0, in: $0 == "z" ? "zoo" : "shop") }
        let order = ServiceOrder(names).adding(others, to: names)
        let all = names + others
        #expect(order.sorted.map { all[$0] } == all.sorted())
        #expect(order.sorted.map { order.ranks[$0] } == Array(0..<6))
        #expect(ServiceOrder([]).adding(others, to: []).sorted == [0, 1, 2, 3])
    }
}
