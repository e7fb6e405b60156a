import MigrationModel
import StructuredText

/// Finds the properties with which a JVM is told a credential: `-Daws.accessKeyId=…`.
///
/// Names are those of the AWS SDK for Java,
/// [version 1](https://docs.aws.amazon.com/sdk-for-java/v1/developer-guide/credentials.html) and
/// [version 2](https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/credentials-chain.html).
enum JavaProperties {
    private static let names: [StaticString] = [
        "aws.accessKeyId", "aws.secretKey", "aws.secretAccessKey", "aws.sessionToken", "aws.profile",
    ]
    /// Variables in which a JVM, or the script that starts one, looks for options.
    private static let variables: [StaticString] = [
        "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "JAVA_OPTS", "JAVA_OPTIONS", "JVM_OPTS",
        "CATALINA_OPTS",
    ]

    /// Whether a variable holds options of a JVM.
    static func areIn(variable name: Span<UInt8>) -> Bool { variables.contains { name.equals($0) } }

    /// Adds the properties that a text sets; the last of a name counts, as for the JVM.
    static func add(_ text: Span<UInt8>, to properties: inout [String: PropertyValue]) {
        var index = 0
        while index + 5 < text.count {
            guard text[index] == UInt8(ascii: "-"), text[index + 1] == UInt8(ascii: "D"), beginsWord(text, index)
            else {
                index += 1
                continue
            }
            index += 2
            let rest = text.extracting(index..<text.count)
            for name in names where rest.begins(with: name) {
                let end = index + name.utf8CodeUnitCount
                guard end < text.count, text[end] == UInt8(ascii: "=") else { continue }
                let value = value(of: text, from: end + 1, quote: quote(before: index - 2, in: text))
                properties["\(name)"] = Self.property(text.extracting(value))
                index = value.upperBound
                break
            }
        }
    }

    private static func property(_ value: Span<UInt8>) -> PropertyValue {
        PropertyValue(shape: value.shape, references: VariableReferences.names(in: value))
    }

    /// Options stand alone, behind white space, or in quotes.
    private static func beginsWord(_ text: Span<UInt8>, _ index: Int) -> Bool {
        index == 0 || isSpace(text[index - 1]) || isQuote(text[index - 1])
    }

    private static func quote(before index: Int, in text: Span<UInt8>) -> UInt8? {
        index > 0 && isQuote(text[index - 1]) ? text[index - 1] : nil
    }

    /// A value ends at white space, unless it or its option stands in quotes.
    private static func value(of text: Span<UInt8>, from start: Int, quote: UInt8?) -> Range<Int> {
        var (start, quote) = (start, quote)
        if quote == nil, start < text.count, isQuote(text[start]) { (quote, start) = (text[start], start + 1) }
        var end = start
        while end < text.count, quote.map({ text[end] != $0 }) ?? !isSpace(text[end]) { end += 1 }
        return start..<end
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0d ~= byte }
}

extension Span where Element == UInt8 {
    /// How much of a value it is.
    var shape: ValueShape {
        if isEmpty { return .empty }
        for index in indices where self[index] != 0x20 && !(0x09...0x0d ~= self[index]) {
            // Only a text that is nothing but white space of other scripts is worth decoding.
            return self[index] < 0x80 ? .present : ValueShape(of: String(copying: self))
        }
        return .blank
    }
}
