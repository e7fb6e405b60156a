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
        let all = receiving.flatMap(\.consumptions)
        services = receiving.compactMap { $0.consumptions.first?.service }
        keys = Set(all.map(\.key)).sorted()
        let ranks = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
        var places: [(key: Int, service: Int, index: Int)] = []
        places.reserveCapacity(all.count)
        for (service, trace) in receiving.enumerated() {
            for consumption in trace.consumptions {
                places.append((ranks[consumption.key] ?? 0, service, places.count))
            }
        }
        places.sort { $0.key != $1.key ? $0.key < $1.key : $0.index < $1.index }
        members = places.map { ($0.key, $0.service) }
        sorted = places.map { all[$0.index] }
    }
}
