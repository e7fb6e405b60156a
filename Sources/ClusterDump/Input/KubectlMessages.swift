/// What kubectl writes to standard error, which stands before a dump that was made with `2>&1`.
enum KubectlMessages {
    /// How kubectl's own messages begin.
    private static let beginnings = ["Warning: ", "Flag --", "error: ", "Error from server", "Unable to "].map {
        Array($0.utf8)
    }

    /// The text without the white space and the messages that it begins with.
    static func drop(from text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = text.drop { $0 <= 0x20 }
        while isMessage(rest) {
            rest = rest.drop { $0 != UInt8(ascii: "\n") }.drop { $0 <= 0x20 }
        }
        return rest
    }

    private static func isMessage(_ line: ArraySlice<UInt8>) -> Bool {
        isLogHeader(line) || beginnings.contains { line.starts(with: $0) }
    }

    /// `W1121 ` begins a line of klog: severity, month and day (the header format of `k8s.io/klog`).
    private static func isLogHeader(_ line: ArraySlice<UInt8>) -> Bool {
        guard let severity = line.first, "IWEF".utf8.contains(severity) else { return false }
        let date = line.dropFirst().prefix(5)
        return date.count == 5 && date.last == 0x20 && date.dropLast().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
}
