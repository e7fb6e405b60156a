internal import ArgumentParser
internal import StructuredText

/// The shapes in which a cluster's objects are dumped.
enum DumpFormat: String, CaseIterable, ExpressibleByArgument {
    /// A List, indented by four, as `kubectl get -o json` prints it.
    case json
    /// A List as `kubectl get -o yaml` prints it.
    case yaml
    /// One object per line.
    case jsonl
    /// A List on one line, as the API server sends it.
    case compact

    /// What stands before the first object.
    var head: String {
        switch self {
        case .json: "{\n    \"apiVersion\": \"v1\",\n    \"items\": [\n"
        case .yaml: "apiVersion: v1\nitems:\n"
        case .jsonl: ""
        case .compact: "{\"apiVersion\":\"v1\",\"items\":["
        }
    }

    /// What stands between two objects.
    var separator: String {
        switch self {
        case .json: ",\n"
        case .yaml: ""
        case .jsonl: "\n"
        case .compact: ","
        }
    }

    /// What stands behind the last object.
    var tail: String {
        switch self {
        case .json:
            "\n    ],\n    \"kind\": \"List\",\n    \"metadata\": {\n        \"resourceVersion\": \"\"\n    }\n}\n"
        case .yaml: "kind: List\nmetadata:\n  resourceVersion: \"\"\n"
        case .jsonl: "\n"
        case .compact: "],\"kind\":\"List\",\"metadata\":{\"resourceVersion\":\"\"}}\n"
        }
    }

    /// The text of an object at its place in the dump.
    func text(of object: StructuredValue) -> String {
        switch self {
        case .json: Self.indented(JSONWriter.text(for: object, pretty: true), by: "        ", first: "        ")
        case .yaml: Self.indented(YAMLWriter.text(for: object), by: "  ", first: "- ")
        case .jsonl, .compact: JSONWriter.text(for: object, pretty: false)
        }
    }

    /// The same text with the first letter of a key's id written as an escape.
    func escapingFirstLetter(of id: String, in text: String) -> String {
        let bytes = Array(text.utf8)
        let (found, written) = self == .yaml ? (id, "\"\\u0041\(id.dropFirst())\"") : (id, "\\u0041\(id.dropFirst())")
        let needle = Array(found.utf8)
        guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: needle) }) else { return text }
        return String(decoding: bytes[..<start] + written.utf8 + bytes[(start + needle.count)...], as: UTF8.self)
    }

    /// The text with its lines moved to the right, and empty lines left empty.
    private static func indented(_ text: String, by indentation: String, first: String) -> String {
        var output = Array(first.utf8)
        output.reserveCapacity(text.utf8.count * 2)
        var atLineStart = false
        for byte in text.utf8 {
            if atLineStart, byte != UInt8(ascii: "\n") { output += indentation.utf8 }
            output.append(byte)
            atLineStart = byte == UInt8(ascii: "\n")
        }
        return String(decoding: output, as: UTF8.self)
    }
}
