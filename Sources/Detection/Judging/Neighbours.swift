/// The fields of one sort, by the groups in which they stand, so that the one beside a key is found without a search.
struct Neighbours {
    private let surroundings: Surroundings
    private var byScope: [Int: [Int]] = [:]
    private var byStem: [Stem: [Int]] = [:]
    /// By the scope around the scope in which they stand.
    private var byFamily: [Int: [Int]] = [:]

    private struct Stem: Hashable {
        var scope: Int
        var stem: [UInt8]
    }

    init(in surroundings: Surroundings, where belongs: (Field, FieldName) -> Bool) {
        self.surroundings = surroundings
        for (index, field) in surroundings.fields.enumerated() where belongs(field, surroundings.names[index]) {
            byScope[field.scope, default: []].append(index)
            byStem[Stem(scope: field.scope, stem: surroundings.names[index].stem), default: []].append(index)
            if let family = surroundings.parents[field.scope] { byFamily[family, default: []].append(index) }
        }
    }

    /// The field of this sort that belongs to another field, the nearest of several.
    ///
    /// Looked for in the same group under the same stem, in the same group, in the group around it, and among the pairs of
    /// names and values of one list.
    func nearest(to field: Int) -> Int? {
        guard !byScope.isEmpty else { return nil }
        let scope = surroundings.fields[field].scope
        if let own = byScope[scope] {
            let sameStem = own.count > 1 ? byStem[Stem(scope: scope, stem: surroundings.names[field].stem)] : nil
            return nearest(to: field, of: sameStem ?? own)
        }
        guard let parent = surroundings.parents[scope] else { return nil }
        if let around = byScope[parent] { return nearest(to: field, of: around) }
        guard surroundings.members[scope].count <= 3, let family = byFamily[parent] else { return nil }
        return nearest(to: field, of: family)
    }

    private func nearest(to field: Int, of sorted: [Int]) -> Int? {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < field { low = middle + 1 } else { high = middle }
        }
        let behind = low < sorted.count ? sorted[low] : nil
        let before = low > 0 ? sorted[low - 1] : nil
        guard let behind, let before else { return behind ?? before }
        return behind - field < field - before ? behind : before
    }
}
