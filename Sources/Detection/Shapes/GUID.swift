/// Recognises GUIDs, in which Entra ID writes tenant and application ids.
enum GUID {
    /// Whether the bytes are a GUID in its usual form of 8-4-4-4-12 hexadecimal digits, and not the one of all zeros.
    static func matches(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count == 36 else { return false }
        var hasOtherThanZero = false
        for (index, byte) in bytes.enumerated() {
            if index == 8 || index == 13 || index == 18 || index == 23 {
                guard byte == UInt8(ascii: "-") else { return false }
            } else {
                guard byte.isHex else { return false }
                if byte != UInt8(ascii: "0") { hasOtherThanZero = true }
            }
        }
        return hasOtherThanZero
    }
}
