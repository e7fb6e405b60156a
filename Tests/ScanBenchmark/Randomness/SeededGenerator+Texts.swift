/// Texts as they stand in the fields of a cluster's objects.
extension SeededGenerator {
    /// Digits of an alphabet.
    mutating func digits(_ count: Int, of alphabet: StaticString) -> String {
        let digits = (0..<count).map { _ in alphabet.utf8Start[number(0..<alphabet.utf8CodeUnitCount)] }
        return String(decoding: digits, as: UTF8.self)
    }

    /// Hexadecimal digits, as in a hash.
    mutating func hex(_ count: Int) -> String { digits(count, of: "0123456789abcdef") }

    /// The end of a generated name, as in `api-7c9f8d5b6-x2x7k`.
    mutating func suffix(_ count: Int) -> String { digits(count, of: "bcdfghjklmnpqrstvwxz2456789") }

    /// A version 4 UUID.
    mutating func uuid() -> String { "\(hex(8))-\(hex(4))-4\(hex(3))-a\(hex(3))-\(hex(12))" }

    /// A password of letters and digits.
    mutating func password(_ count: Int) -> String {
        digits(count, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
    }

    /// A time of the last years.
    mutating func timestamp() -> String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (year, month, day) = (number(2021..<2026), padded(number(1..<13)), padded(number(1..<29)))
        return "\(year)-\(month)-\(day)T\(padded(number(0..<24))):\(padded(number(0..<60))):\(padded(number(0..<60)))Z"
    }

    /// One word.
    mutating func word() -> String { pick(Self.words) }

    /// Lines of settings as in `application.yaml`, of about so many bytes.
    mutating func settings(_ size: Int) -> String {
        var text = ""
        while text.utf8.count < size {
            text += happens(percent: 15) ? "# \(word()) \(word()) \(word()) \(word())\n" : ""
            text += happens(percent: 20) ? "\(word()):\n" : "  \(word())-\(word()): \(settingValue())\n"
        }
        return text
    }

    /// The value of one setting.
    mutating func settingValue() -> String {
        switch number(0..<8) {
        case 0: "\(number(0..<100_000))"
        case 1: happens(percent: 50) ? "true" : "false"
        case 2: "http://\(word()).\(word()).svc.cluster.local:\(number(1024..<9999))/\(word())"
        case 3: "\(number(1..<60))s"
        case 4: "/var/\(word())/\(word()).\(word())"
        case 5: "\"\(word()) \(word()) \(word())\""
        default: "\(word())"
        }
    }

    private static let words = """
        account address admin agent alert allow api app archive audit auth backend backup balance batch billing bind
        branch broker bucket buffer build bundle cache catalog certificate channel check claim client cluster collector
        command compaction component config connection console consumer container content control controller cost crash
        credential customer daemon dashboard data database default delay delivery deploy device digest directory discovery
        disk domain driver edge email enable endpoint engine error event exporter external failure feature fetch field
        file filter flag flush format forward frontend gateway global graph group handler header health history hook host
        image import index ingest ingress initial inventory invoice issuer job journal kernel label latency leader ledger
        level library limit link list listen loader local lock log login mail manager mapping master memory merge message
        metrics migration mirror mode monitor mount namespace network node notify object offset operator order origin
        output owner parser partition path payment peer period pipeline plugin policy pool port prefix price primary probe
        process producer profile project promise proxy publish query queue quota random rate read rebalance recovery
        region registry relay release remote render replica report request reserve resolve resource response restart
        result retention retry role rollout root route rule runtime sample scale schedule schema scope search segment
        selector server service session shard shipment signal size sink snapshot socket source stage status storage store
        stream subject sync system table target task template tenant thread threshold ticket timeout token topic trace
        tracker traffic transfer trigger tunnel update upload upstream user validate vault version volume wallet warehouse
        watch web webhook window worker writer zone
        """.split { $0 == " " || $0 == "\n" }.map(String.init)
}
