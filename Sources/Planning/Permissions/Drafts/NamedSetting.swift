import MigrationModel

/// A setting of a workload that names a resource, or may.
struct NamedSetting: Hashable {
    /// The variable, entry or key.
    var name: String
    /// What it names.
    var value: String
    /// Where it stands, without the value.
    var origin: PermissionOrigin

    /// The words of the name in capitals: `reportsBucket` and `REPORTS_BUCKET` have the same.
    var words: [String] {
        var words: [String] = []
        var (word, before) = ("", Character(" "))
        for letter in name {
            let isBoundary = before.isLowercase && letter.isUppercase
            if isBoundary || !letter.isASCII || !(letter.isLetter || letter.isNumber) {
                if !word.isEmpty { words.append(word.uppercased()) }
                word = ""
            }
            if letter.isASCII, letter.isLetter || letter.isNumber { word.append(letter) }
            before = letter
        }
        return word.isEmpty ? words : words + [word.uppercased()]
    }

    /// Whether its name has one of some words.
    func speaks(of some: Set<String>) -> Bool { words.contains(where: some.contains) }

    /// Whether it names one thing, or all below a prefix of a bucket: no program uses a pattern, and nobody is to be allowed more by
    /// writing one into a setting.
    var isExact: Bool {
        let isPath = value.hasPrefix("s3") || arn?.service == "s3"
        let name = isPath && value.hasSuffix("/*") ? value.dropLast(2) : value[...]
        return !name.contains("*")
    }

    /// The ARN that it is.
    var arn: ResourceName? { ResourceName(value) }

    /// Whether the value is between so many characters, all of them allowed.
    func isName(_ lengths: ClosedRange<Int>, with others: String) -> Bool {
        lengths.contains(value.utf8.count)
            && value.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII
                    && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                        || others.unicodeScalars.contains(scalar))
            }
    }
}

/// The directions in which a queue, a stream or a bucket is used, as names of settings tell them.
enum Direction {
    case reading, writing, both

    private static let readers: Set<String> = [
        "CONSUME", "CONSUMER", "DOWNLOAD", "IN", "INBOUND", "INCOMING", "INPUT", "LISTEN", "LISTENER", "READ", "READER",
        "READONLY", "RECEIVE", "RECEIVER", "SOURCE", "SRC", "SUBSCRIBER", "WORKER",
    ]
    private static let writers: Set<String> = [
        "DEADLETTER", "DEST", "DESTINATION", "DLQ", "OUT", "OUTBOUND", "OUTGOING", "OUTPUT", "PRODUCE", "PRODUCER",
        "PUBLISH",
        "PUBLISHER", "SEND", "SENDER", "SINK", "TARGET", "WRITE", "WRITER",
    ]

    /// The direction of a setting; both where its name does not say, or says both.
    init(_ setting: NamedSetting) {
        switch (setting.speaks(of: Self.readers), setting.speaks(of: Self.writers)) {
        case (true, false): self = .reading
        case (false, true): self = .writing
        default: self = .both
        }
    }

    var reads: Bool { self != .writing }
    var writes: Bool { self != .reading }
}
