import ClusterDump
import MigrationModel
import StructuredText

/// One dump that is in memory already, as the only input of a scan.
final class HeldBytes: InputQueue {
    private let name: String
    private var bytes: [UInt8]?
    let expectedBytes: Int

    init(_ bytes: [UInt8], name: String) {
        self.name = name
        self.bytes = bytes
        expectedBytes = bytes.count
    }

    func next() -> OpenedInput? {
        guard let bytes else { return nil }
        self.bytes = nil
        return OpenedInput(name: name, source: HeldSource(bytes), syntax: .json)
    }

    func finish(continueToken: String?) {}
    func takeProblems() -> [Problem] { [] }
    var interruptedInputs: Set<String> { [] }
}

/// Hands out bytes that are in memory.
private final class HeldSource: ByteSource {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
        let count = min(buffer.count, bytes.count - position)
        bytes.withUnsafeBytes { all in
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[position..<position + count]))
        }
        position += count
        return count
    }
}
