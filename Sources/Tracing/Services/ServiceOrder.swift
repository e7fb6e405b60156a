import MigrationModel

/// The order in which reports list services, worked out once, so that everything about them is sorted by numbers.
struct ServiceOrder {
    /// The numbers of the services, in the order of their names.
    let sorted: [Int]
    /// For each service its place among ``sorted``.
    let ranks: [Int]

    /// Sorts by the parts that nearly all services share first, and compares names only where these are the same.
    init(_ names: [WorkloadName]) {
        let namespaces = Self.ranks(names.count) { names[$0].object.namespace ?? "" }
        let kinds = Self.ranks(names.count) { names[$0].object.kind }
        let sorted = names.indices.sorted { left, right in
            if namespaces[left] != namespaces[right] { return namespaces[left] < namespaces[right] }
            if kinds[left] != kinds[right] { return kinds[left] < kinds[right] }
            if names[left].object.name != names[right].object.name {
                return names[left].object.name < names[right].object.name
            }
            return names[left] < names[right]
        }
        self.init(sorted: sorted)
    }

    /// The same with names that are in order themselves, whose numbers go on behind those of all others.
    func adding(_ others: [WorkloadName], to names: [WorkloadName]) -> ServiceOrder {
        guard !others.isEmpty else { return self }
        var (all, taken) = ([Int](), 0)
        all.reserveCapacity(names.count + others.count)
        for (index, other) in others.enumerated() {
            let place = place(of: other, in: names)
            all += sorted[taken..<max(taken, place)] + [names.count + index]
            taken = max(taken, place)
        }
        return ServiceOrder(sorted: all + sorted[taken...])
    }

    private init(sorted: [Int]) {
        var ranks = [Int](repeating: 0, count: sorted.count)
        for (rank, number) in sorted.enumerated() { ranks[number] = rank }
        (self.sorted, self.ranks) = (sorted, ranks)
    }

    /// How many services come before a name.
    private func place(of other: WorkloadName, in names: [WorkloadName]) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if names[sorted[middle]] < other { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// For each name the place of one of its parts among all values that this part has.
    private static func ranks(_ count: Int, _ part: (Int) -> String) -> [Int] {
        var numbers: [String: Int] = [:]
        let own = (0..<count).map { name -> Int in
            let (part, next) = (part(name), numbers.count)
            if let number = numbers[part] { return number }
            numbers[part] = next
            return next
        }
        var places = [Int](repeating: 0, count: numbers.count)
        for (place, part) in numbers.sorted(by: { $0.key < $1.key }).enumerated() { places[part.value] = place }
        return own.map { places[$0] }
    }
}
