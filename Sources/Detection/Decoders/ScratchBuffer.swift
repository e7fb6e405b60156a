/// Room for decoded bytes that is reused from value to value, so that the hot path neither allocates nor clears memory.
final class ScratchBuffer {
    private var storage = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 4096)
    /// How many bytes at the start are in use.
    private(set) var count = 0

    deinit { storage.deallocate() }

    /// Empties the buffer and makes room; the room is not initialised.
    func reserve(_ capacity: Int) {
        count = 0
        guard storage.count < capacity else { return }
        storage.deallocate()
        storage = .allocate(capacity: max(capacity, storage.count * 2))
    }

    /// Makes room and keeps what is in use.
    func grow(to capacity: Int) {
        guard storage.count < capacity else { return }
        let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: capacity)
        _ = larger.update(fromContentsOf: storage[..<count])
        storage.deallocate()
        storage = larger
    }

    /// How many bytes there is room for.
    var capacity: Int { storage.count }

    /// Lets the callback write behind the bytes in use; it returns how many it wrote.
    func append(_ write: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
        let room = UnsafeMutableBufferPointer(rebasing: storage[count...])
        count += min(room.count, max(0, write(room)))
    }

    /// Forgets all but the first bytes.
    func truncate(to length: Int) { count = min(count, length) }

    /// Calls back with the bytes in use.
    func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        body(UnsafeBufferPointer(rebasing: storage[..<count]).span)
    }

    /// A copy of the bytes in use.
    var bytes: [UInt8] { Array(storage[..<count]) }
}
