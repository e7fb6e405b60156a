/// Gives things numbers in the order in which they are met.
struct Interner<Name: Hashable> {
    private(set) var names: [Name] = []
    private var numbers: [Name: Int] = [:]

    /// The number of a name, a new one if need be.
    mutating func number(_ name: Name) -> Int {
        if let known = numbers[name] { return known }
        numbers[name] = names.count
        names.append(name)
        return names.count - 1
    }

    /// The number of a name that has one.
    func known(_ name: Name) -> Int? { numbers[name] }
}
