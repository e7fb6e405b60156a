/// Keeps values until the process ends, whose memory the kernel then takes back at once.
///
/// To take the objects of a large cluster apart one by one, only because a command is done, takes longer than to print what was found.
enum KeptValue {
    /// Keeps one value.
    static func keep<Value>(_ value: Value) { _ = Unmanaged.passRetained(Box(value)) }

    private final class Box<Value> {
        let value: Value

        init(_ value: Value) { self.value = value }
    }
}
