@testable import ClusterDump

/// Bytes in memory, handed out a few at a time, and if asked a failure behind them.
final class PiecewiseSource: ByteSource {
    private var rest: ArraySlice<UInt8>
    private let step: Int
    private let failure: InputFailure?

    init(_ bytes: [UInt8], step: Int = 7, failure: InputFailure? = nil) {
        (rest, self.step, self.failure) = (bytes[...], step, failure)
    }

    convenience init(_ text: String, step: Int = 7) { self.init(Array(text.utf8), step: step) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
        if rest.isEmpty, let failure { throw failure }
        let count = min(step, buffer.count, rest.count)
        buffer.copyBytes(from: rest.prefix(count))
        rest = rest.dropFirst(count)
        return count
    }
}

extension ByteSource {
    /// Everything up to the end or the failure, with reads of so many bytes.
    func drain(by step: Int = 100) -> (bytes: [UInt8], failure: InputFailure?) {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: step)
        do throws(InputFailure) {
            while case let count = try piece.read(from: self, at: 0), count > 0 { bytes += piece[..<count] }
        } catch {
            return (bytes, error)
        }
        return (bytes, nil)
    }

    /// The same as text.
    func text(by step: Int = 100) -> String { String(decoding: drain(by: step).bytes, as: UTF8.self) }
}
