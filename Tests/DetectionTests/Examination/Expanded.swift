import CLibDeflate
import Foundation
import MigrationModel
public import StructuredText

@testable import Detection

/// The synthetic key of the tests: account 123456789012, and a secret that opens nothing.
enum PlantedKey {
    static let id = "AKIARZPUZDIKQF3M7T2W"
    static let secret = "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"
}

/// Expands documents for tests and shows what came out.
enum Expanded {
    /// One line per field: path, name and text.
    static func lines(_ document: Node, kind: String = "ConfigMap") -> [String] {
        lines(FieldExpander().expand(document, kind: kind))
    }

    /// One line per field: path, name and text.
    static func lines(_ collection: FieldCollection) -> [String] {
        collection.fields.map { "\($0.path) | \($0.name) | \(String(decoding: $0.text, as: UTF8.self))" }
    }

    /// The lines of a text that stands in `data.file` of a ConfigMap, without the common beginning.
    static func file(_ text: String) -> [String] {
        lines(["data": ["file": Node(text)]]).map { String($0.dropFirst("data.file".count)) }
    }

    /// The lines whose text holds the id of the test key.
    static func keyPaths(_ document: Node, kind: String = "Secret") -> [String] {
        FieldExpander().expand(document, kind: kind).fields
            .filter { String(decoding: $0.text, as: UTF8.self).contains(PlantedKey.id) }.map(\.path.description)
    }
}

/// Whether the readers of structured text are there; what needs them is skipped without.
enum Readers {
    static let json = reads { try? $0.json() }
    static let yaml = reads { try? $0.yaml() }
    static var both: Bool { json && yaml }

    private struct Probe {
        let builder = TreeBuilder()
        func json() throws {
            var reader = JSONReader()
            try reader.read(Array("{\"a\":\"b\"}".utf8).span, into: builder)
        }
        func yaml() throws {
            var reader = YAMLReader()
            try reader.read(Array("a: b\n".utf8).span, into: builder)
        }
    }

    private static func reads(_ body: (Probe) -> Void?) -> Bool {
        let probe = Probe()
        body(probe)
        return probe.builder.finish() != nil
    }
}

extension Node: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    /// A quoted scalar.
    init(_ text: String) { self = .scalar(Scalar(bytes: Array(text.utf8), quoted: true, offset: 0)) }
    /// A quoted scalar.
    init(bytes: [UInt8]) { self = .scalar(Scalar(bytes: bytes, quoted: true, offset: 0)) }
    /// A quoted scalar.
    public init(stringLiteral value: String) { self.init(value) }
    /// A sequence.
    public init(arrayLiteral elements: Node...) { self = .sequence(elements) }
    /// A mapping in the order of the literal.
    public init(dictionaryLiteral elements: (String, Node)...) {
        self = .mapping(elements.map { Member(key: $0.0, value: $0.1) })
    }
}

extension String {
    var base64: String { Array(utf8).base64 }
    var base64url: String {
        base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
    func wrapped(_ width: Int, indent: String = "") -> String {
        var lines: [String] = []
        var rest = Substring(self)
        while !rest.isEmpty {
            lines.append(indent + rest.prefix(width))
            rest = rest.dropFirst(width)
        }
        return lines.joined(separator: "\n")
    }
}

extension [UInt8] {
    var base64: String { Data(self).base64EncodedString() }
    var gzip: [UInt8] { compressed(libdeflate_gzip_compress) }
    var zlib: [UInt8] { compressed(libdeflate_zlib_compress) }

    private func compressed(
        _ function: (OpaquePointer?, UnsafeRawPointer?, Int, UnsafeMutableRawPointer?, Int) -> Int
    ) -> [UInt8] {
        let compressor = libdeflate_alloc_compressor(9)
        defer { libdeflate_free_compressor(compressor) }
        var output = [UInt8](repeating: 0, count: count + 1024)
        let size = function(compressor, self, count, &output, output.count)
        return Array(output[..<size])
    }
}
