import MigrationModel

/// The states that an exploration has met, and how it came to each.
struct Search {
    private let model: Model
    private var places: [WorldState: Int] = [:]
    private var states: [WorldState] = []
    private var parents: [(place: Int, event: Event?)] = []
    /// For each state, those that lead to it.
    private var sources: [[Int]] = []
    private var visited = 0
    /// The first state in which just these steps were done, for each set of steps.
    private var landmarks: [[UInt8]: Int] = [:]

    init(_ start: WorldState, _ model: Model) {
        self.model = model
        places[start] = 0
        states = [start]
        parents = [(0, nil)]
        sources = [[]]
        landmarks[start.steps] = 0
    }

    /// How many states there are.
    var count: Int { states.count }

    /// The next state to look at.
    mutating func next() -> (place: Int, state: WorldState)? {
        guard visited < states.count else { return nil }
        visited += 1
        return (visited - 1, states[visited - 1])
    }

    /// Adds a state; `nil` when it is known.
    mutating func add(_ state: WorldState, from place: Int, by event: Event) -> Int? {
        if let known = places[state] {
            sources[known].append(place)
            return nil
        }
        places[state] = states.count
        states.append(state)
        parents.append((place, event))
        sources.append([place])
        return states.count - 1
    }

    /// An earlier state in which the same steps were done, and no other, and which is another one all the same: then an undo on the
    /// way between them has not restored what its step changed.
    ///
    /// Asked of each state once. It holds for each phase alone as well, whatever was done before it.
    mutating func contradiction(to place: Int) -> WorldState? {
        let state = states[place]
        guard zip(state.steps, model.steps).allSatisfy({ $0 == 0 || $0 == $1.verified }) else { return nil }
        guard let known = landmarks[state.steps] else {
            landmarks[state.steps] = place
            return nil
        }
        return states[known].lasting == state.lasting ? nil : states[known]
    }

    // MARK: Results

    /// A state that is not like an earlier one.
    func result(notRestoredAt place: Int, _ before: WorldState) -> Explorer.Result {
        let breach = Breach(property: .undoable, kind: nil, cause: .notRestored)
        var result = result(breach, at: place)
        result.before = before
        return result
    }

    func result(_ breach: Breach, at place: Int) -> Explorer.Result {
        Explorer.Result(states: count, isWhole: true, breach: breach, way: way(to: place), reachesEnd: false)
    }

    /// A breach by what happens next.
    func result(_ breach: Breach, behind place: Int, _ next: Transitions.Successor) -> Explorer.Result {
        let last: (event: Event?, state: WorldState) = (next.event, next.state ?? states[place])
        return Explorer.Result(
            states: count, isWhole: true, breach: breach, way: way(to: place) + [last], reachesEnd: false)
    }

    func unfinished() -> Explorer.Result {
        Explorer.Result(states: count, isWhole: false, breach: nil, way: [], reachesEnd: false)
    }

    func finished() -> Explorer.Result {
        Explorer.Result(states: count, isWhole: true, breach: nil, way: [], reachesEnd: end != nil)
    }

    private func way(to place: Int) -> [(event: Event?, state: WorldState)] {
        var way: [(event: Event?, state: WorldState)] = []
        var next = place
        while let event = parents[next].event {
            way.append((event, states[next]))
            next = parents[next].place
        }
        way.append((nil, states[0]))
        return way.reversed()
    }

    private var end: Int? {
        states.firstIndex { state in zip(state.steps, model.steps).allSatisfy { $0 == $1.verified } }
    }

    /// A state from which neither the end nor the start can be reached.
    func stuck() -> (Breach, Int)? {
        var isFree = Array(repeating: false, count: states.count)
        var open = states.indices.filter { place in
            place == 0 || states[place].steps.allSatisfy { $0 == 0 }
                || zip(states[place].steps, model.steps).allSatisfy { $0 == $1.verified }
        }
        for place in open { isFree[place] = true }
        while let place = open.popLast() {
            for source in sources[place] where !isFree[source] {
                isFree[source] = true
                open.append(source)
            }
        }
        guard let stuck = isFree.firstIndex(of: false) else { return nil }
        return (Breach(property: .reachable, kind: nil, cause: .stuck), stuck)
    }
}
