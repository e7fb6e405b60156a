/// Sizes as people read them: `512 bytes`, `2.1 MB`, with units of the International System.
public enum ByteCount {
    /// The size in the largest unit of which there is at least one.
    public static func text(_ bytes: Int) -> String {
        guard bytes >= 1000 else { return Wording.count(bytes, "byte") }
        var unit = 0
        // Tenths, rounded, so that no floating point decides what is printed.
        var tenths = bytes / 100 + (bytes % 100 >= 50 ? 1 : 0)
        while tenths >= 10_000, unit + 1 < units.count {
            tenths = (tenths + 500) / 1000
            unit += 1
        }
        return "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }

    private static let units = ["kB", "MB", "GB", "TB", "PB", "EB"]
}
