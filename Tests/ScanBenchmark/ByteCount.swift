internal import ArgumentParser

/// A size as people write it: `200MB`, `2GB`, `500000`.
struct ByteCount: ExpressibleByArgument, CustomStringConvertible {
    let bytes: Int

    private static let units = [("KB", 1000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("B", 1), ("", 1)]

    init(bytes: Int) { self.bytes = bytes }

    init?(argument: String) {
        let digits = argument.prefix { $0.isNumber }
        guard let number = Int(digits), number > 0,
            let unit = Self.units.first(where: { $0.0 == argument.dropFirst(digits.count).uppercased() }),
            case let (bytes, overflow) = number.multipliedReportingOverflow(by: unit.1), !overflow
        else { return nil }
        self.bytes = bytes
    }

    var description: String {
        switch bytes {
        case 1_000_000_000... where bytes % 1_000_000_000 == 0: "\(bytes / 1_000_000_000)GB"
        case 1_000_000...: "\(bytes / 1_000_000)MB"
        case 1000...: "\(bytes / 1000)KB"
        default: "\(bytes)B"
        }
    }
}
