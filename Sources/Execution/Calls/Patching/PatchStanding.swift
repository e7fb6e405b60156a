import StructuredText

/// How an object stands to a patch: as it was planned against, patched already, or neither.
enum PatchStanding {
    /// The patch fits; the operations are those to send.
    case ready(operations: [PatchOperation], result: StructuredValue)
    /// It was patched already.
    case done
    /// It is neither.
    case drifted(PatchMismatch)

    /// Compares.
    ///
    /// A patch that fits and changes nothing was made. One that does not fit was made when its way back does, and leads to
    /// where it fits, and nothing that it takes away stands elsewhere in its list.
    init(_ object: StructuredValue, _ operations: [PatchOperation], reverse: [PatchOperation]) {
        let forward = Self.preparing(operations, for: object)
        do throws(PatchMismatch) {
            let result = try forward.applied(to: object)
            self = result.isSame(as: object) ? .done : .ready(operations: forward, result: result)
        } catch {
            self = Self.wasMade(object, operations, reverse) ? .done : .drifted(error)
        }
    }

    private static func wasMade(
        _ object: StructuredValue, _ operations: [PatchOperation], _ reverse: [PatchOperation]
    ) -> Bool {
        guard fits(object, reverse, removing: operations) else { return false }
        guard reverse.contains(where: \.isChange), let former = try? reverse.applied(to: object).stored else {
            return !reverse.contains(where: \.isChange)
        }
        guard let again = try? preparing(operations, for: former).applied(to: former) else { return false }
        return object.covers(again) && object.lacks(nullsOf: again)
    }

    /// Whether a way back fits an object, and nothing that was taken away stands elsewhere in its list.
    static func fits(_ object: StructuredValue, _ reverse: [PatchOperation], removing operations: [PatchOperation])
        -> Bool
    {
        guard !reverse.isEmpty, (try? reverse.applied(to: object)) != nil else { return false }
        return !removals(of: operations).contains { list, pins in
            (object.value(at: list)?.elements ?? []).contains { entry in
                pins.allSatisfy { $0.value.isSame(as: entry.value(at: $0.path)) }
            }
        }
    }

    /// The lists from which entries are taken, with what is expected of each.
    private static func removals(
        of operations: [PatchOperation]
    ) -> [(list: String, pins: [(path: String, value: StructuredValue)])] {
        let tests = operations.filter { $0.verb == .test }
        return operations.compactMap { operation in
            guard operation.verb == .remove, let end = operation.path.lastIndex(of: "/"),
                JSONPointer.index(String(operation.path[operation.path.index(after: end)...])) != nil
            else { return nil }
            let entry = operation.path + "/"
            let pins = tests.filter { $0.path.hasPrefix(entry) }.map {
                (path: String($0.path.dropFirst(operation.path.count)), value: $0.value)
            }
            return pins.isEmpty ? nil : (String(operation.path[..<end]), pins)
        }
    }

    /// The maps of labels and annotations are made where an object has none, since nothing can be added to them else.
    private static func preparing(_ operations: [PatchOperation], for object: StructuredValue) -> [PatchOperation] {
        let maps = ["/metadata/annotations", "/metadata/labels"].filter { map in
            object.value(at: map) == nil
                && operations.contains { $0.verb == .add && $0.path.hasPrefix(map + "/") }
        }
        return maps.flatMap { [PatchOperation(.test, $0), PatchOperation(.add, $0, .mapping([]))] } + operations
    }
}
