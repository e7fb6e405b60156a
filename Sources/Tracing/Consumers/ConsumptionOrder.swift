import MigrationModel

/// All ways on which keys reach containers, ordered by key and service, with both as numbers.
struct ConsumptionOrder {
    /// The keys that reach anything, in order.
    let keys: [KeyName]
    /// The services, in order.
    let services: [WorkloadName]
    /// For each consumption its key and its service, by their positions in ``keys`` and ``services``.
    let members: [(key: Int, service: Int)]
    /// The consumptions.
    let sorted: [Consumption]

    /// Sorts what was traced.
    ///
    /// - Parameter traces: in the order of their services, each with its consumptions in order.
    init(_ traces: [ServiceTrace]) {
        let receiving = traces.filter { !$0.consumptions.isEmpty }
        services = receiving.compactMap { $0.consumptions.first?.service }
        var numbers: [KeyName: Int] = [:]
        var places: [(key: Int, service: Int, index: Int)] = []
        places.reserveCapacity(receiving.reduce(0) { $0 + $1.consumptions.count })
        for service in receiving.indices {
            for index in receiving[service].consumptions.indices {
                let next = numbers.count
                let number = Self.claim(&numbers[receiving[service].consumptions[index].key, default: next])
                places.append((number, service, index))
            }
        }
        let order = numbers.sorted { $0.key < $1.key }
        keys = order.map(\.key)
        var ranks = [Int](repeating: 0, count: order.count)
        for (rank, key) in order.enumerated() { ranks[key.value] = rank }
        for place in places.indices { places[place].key = ranks[places[place].key] }
        places.sort { ($0.key, $0.service, $0.index) < ($1.key, $1.service, $1.index) }
        members = places.map { ($0.key, $0.service) }
        sorted = places.map { receiving[$0.service].consumptions[$0.index] }
    }

    /// The number at a place of a table, which is written there with it.
    private static func claim(_ place: inout Int) -> Int { place }
}
