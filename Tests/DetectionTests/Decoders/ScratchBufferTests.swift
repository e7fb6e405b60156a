import StructuredText
import Testing

@testable import Detection

struct ScratchBufferTests {
    private func append(_ bytes: [UInt8], to buffer: ScratchBuffer) {
        buffer.append { room in
            let count = min(room.count, bytes.count)
            for index in 0..<count { room[index] = bytes[index] }
            return count
        }
    }

    @Test func appendsAndEmpties() {
        let buffer = ScratchBuffer()
        #expect(buffer.bytes == [])
        append([1, 2, 3], to: buffer)
        append([4], to: buffer)
        #expect(buffer.bytes == [1, 2, 3, 4])
        #expect(buffer.withBytes { $0.count } == 4)
        buffer.truncate(to: 9)
        buffer.truncate(to: 2)
        #expect(buffer.bytes == [1, 2])
        buffer.reserve(1)
        #expect(buffer.count == 0)
    }

    @Test func growsWithWhatItHolds() {
        let buffer = ScratchBuffer()
        append([1, 2, 3], to: buffer)
        buffer.grow(to: buffer.capacity + 1)
        #expect(buffer.bytes == [1, 2, 3])
        let capacity = buffer.capacity
        buffer.grow(to: 10)
        #expect(buffer.capacity == capacity)
        buffer.reserve(capacity * 3)
        #expect(buffer.capacity == capacity * 3)
        #expect(buffer.count == 0)
    }

    /// A writer that claims more than there is room for, or less than nothing.
    @Test func doesNotBelieveItsWriters() {
        let buffer = ScratchBuffer()
        buffer.append { _ in -5 }
        #expect(buffer.count == 0)
        buffer.append { room in
            room.initialize(repeating: 7)
            return room.count + 100
        }
        #expect(buffer.count == buffer.capacity)
        buffer.append { $0.count }
        #expect(buffer.count == buffer.capacity)
    }
}
