internal import MigrationModel
internal import StructuredText

/// Where a result or a notification is: the line of the input, and the object.
struct SARIFLocation {
    let value: StructuredValue

    init(of place: Place) {
        self.init(input: place.input, line: place.line, object: place.object)
    }

    init(of problem: Problem) {
        self.init(input: problem.input, line: problem.line, object: problem.object)
    }

    private init(input: String, line: Int?, object: ObjectReference?) {
        var physical: [StructuredValue.Member] = [
            .init("artifactLocation", ["uri": .string(Self.uri(of: input))])
        ]
        if let line { physical.append(.init("region", ["startLine": .integer(max(1, line))])) }
        var members = [StructuredValue.Member("physicalLocation", .mapping(physical))]
        if let object { members.append(.init("logicalLocations", [Self.logical(object)])) }
        value = .mapping(members)
    }

    private static func logical(_ object: ObjectReference) -> StructuredValue {
        let name = [object.namespace, object.kind, object.name].compactMap(\.self).joined(separator: "/")
        return [
            "name": .string(HiddenCharacters.escaped(in: object.name)),
            "fullyQualifiedName": .string(HiddenCharacters.escaped(in: name)),
            "kind": "resource",
        ]
    }

    /// The input as a URI reference (RFC 3986): relative paths stay relative, which is how a code-scanning service finds
    /// them in the repository.
    static func uri(of input: String) -> String {
        if input == "-" || input.isEmpty { return "stdin" }
        var path = Substring(input)
        while path.hasPrefix("./") { path = path.dropFirst(2) }
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes = Array((path.hasPrefix("/") ? "file://" : "").utf8)
        for byte in path.utf8 {
            if isUnreserved(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "/"):
            true
        default:
            false
        }
    }
}
