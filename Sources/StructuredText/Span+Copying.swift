extension Array where Element == UInt8 {
    /// The bytes of a span, to keep.
    public init(copying bytes: Span<UInt8>) {
        self = bytes.withUnsafeBufferPointer { Array($0) }
    }
}

extension String {
    /// The text of a span, to keep; bytes that are not UTF-8 become U+FFFD.
    public init(copying bytes: Span<UInt8>) {
        self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}
