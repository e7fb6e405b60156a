import CLibDeflate
import Foundation
import StructuredText

/// What mutations start from: the objects of the fixtures, as JSON and as YAML, alone, in lists, compressed and wrapped.
enum FuzzSeeds {
    static func all() throws -> [[UInt8]] {
        var seeds: [[UInt8]] = []
        for scenario in Scenario.all where scenario.inputs == ["dump.json"] || scenario.name == "hiding-places" {
            let dump = [UInt8](try Data(contentsOf: URL(fileURLWithPath: scenario.folder + "/dump.json")))
            let builder = TreeBuilder()
            var reader = JSONReader()
            try reader.read(dump.span, into: builder)
            for item in builder.finish()?["items"]?.elements ?? [] { seeds += forms(of: StructuredValue(item)) }
        }
        return seeds
    }

    private static func forms(of object: StructuredValue) -> [[UInt8]] {
        let compact = Array(JSONWriter.text(for: object, pretty: false).utf8)
        let pretty = Array(JSONWriter.text(for: object, pretty: true).utf8)
        let yaml = Array(YAMLWriter.text(for: object).utf8)
        let list = StructuredValue.mapping([
            .init("apiVersion", .string("v1")), .init("items", .sequence([object, object])),
            .init("kind", .string("List")),
        ])
        let wrapped = StructuredValue.mapping([
            .init("apiVersion", .string("v1")), .init("kind", .string("Secret")),
            .init("metadata", .mapping([.init("name", .string("wrapped"))])),
            .init(
                "data",
                .mapping([
                    .init("object", .string(Data(gzip(compact)).base64EncodedString())),
                    .init("text", .string(Data(yaml).base64EncodedString(options: .lineLength64Characters))),
                ])),
        ])
        return [
            compact + Array("\n".utf8) + compact, pretty, yaml, Array(YAMLWriter.text(for: list).utf8), gzip(pretty),
            Array(JSONWriter.text(for: wrapped, pretty: true).utf8),
        ]
    }

    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        let compressor = libdeflate_alloc_compressor(6)
        defer { libdeflate_free_compressor(compressor) }
        var output = [UInt8](repeating: 0, count: libdeflate_gzip_compress_bound(compressor, bytes.count))
        let count = libdeflate_gzip_compress(compressor, bytes, bytes.count, &output, output.count)
        return Array(output[..<count])
    }
}

extension StructuredValue {
    /// A parsed document as a value to be written; every scalar becomes what it was.
    init(_ node: Node) {
        switch node {
        case .mapping(let members): self = .mapping(members.map { Member($0.key, StructuredValue($0.value)) })
        case .sequence(let elements): self = .sequence(elements.map { StructuredValue($0) })
        case .scalar(let scalar):
            let text = String(decoding: scalar.bytes, as: UTF8.self)
            if scalar.quoted {
                self = .string(text)
            } else if let number = Int(text) {
                self = .integer(number)
            } else {
                self = text == "null" ? .null : .bool(text == "true")
            }
        }
    }
}
