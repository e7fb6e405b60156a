import MigrationModel

/// The services of an input by number, and the workloads that belong to each.
///
/// Numbers stand for names wherever services are compared or looked up: a name is five texts.
struct ServiceDirectory {
    /// The names, in the order in which the input has the first workload of each.
    private(set) var names: [WorkloadName] = []
    /// For each service its workloads, by their position in the input, in order.
    private(set) var members: [[Int]] = []
    /// For each workload of the input its service.
    private(set) var numbers: [Int] = []
    private var known: [WorkloadName: Int] = [:]

    init(_ workloads: [Workload], clusters: InputClusters) {
        var owners = WorkloadOwners(workloads, clusters: clusters)
        // The service of each workload that turned out to be on top of others.
        var tops = [Int](repeating: -1, count: workloads.count)
        numbers.reserveCapacity(workloads.count)
        known.reserveCapacity(workloads.count)
        for index in workloads.indices {
            switch owners.top(of: index) {
            case .workload(let top):
                if tops[top] < 0 {
                    tops[top] = number(
                        of: WorkloadName(input: workloads[top].input, object: workloads[top].object.reference))
                }
                numbers.append(tops[top])
            case .absent(let name):
                numbers.append(number(of: name))
            }
            members[numbers[index]].append(index)
        }
    }

    /// The number of a service; `nil` for what is none, such as a custom resource that makes no Pods.
    func number(named name: WorkloadName) -> Int? { known[name] }

    /// The number at a place of the table, which is the next one where there was none.
    private static func claim(_ place: inout Int, _ next: Int) -> Int {
        if place < 0 { place = next }
        return place
    }

    private mutating func number(of name: WorkloadName) -> Int {
        let number = Self.claim(&known[name, default: -1], names.count)
        if number == names.count {
            names.append(name)
            members.append([])
        }
        return number
    }
}
