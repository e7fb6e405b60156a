extension YAMLSplitter {
    /// The beginning of one line of the stream.
    struct LineStart {
        enum Marker {
            case documentStart
            case documentEnd
        }

        /// The line with its break.
        let range: Range<Int>
        private let line: Slice<UnsafeBufferPointer<UInt8>>

        // At the beginning of the stream a byte order mark may come first.
        init(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, skippingMark: Bool) {
            self.range = range
            let hasMark = skippingMark && buffer[range].starts(with: [0xEF, 0xBB, 0xBF])
            line = buffer[range].dropFirst(hasMark ? 3 : 0)
        }

        /// Spaces before the content; nothing if there is no content but a comment.
        var column: Int? {
            guard let first = line.firstIndex(where: { $0 != 0x20 }), !Self.isBlank(line[first]) else {
                return line.contains(0x09) ? columnOfTabbed : nil
            }
            return line[first] == UInt8(ascii: "#") ? nil : first - line.startIndex
        }

        /// Tabs are no indentation, but what is behind them is content all the same.
        private var columnOfTabbed: Int? {
            guard let first = line.firstIndex(where: { !Self.isBlank($0) }), line[first] != UInt8(ascii: "#") else {
                return nil
            }
            return first - line.startIndex
        }

        var marker: Marker? {
            if startsWithWord("---") { return .documentStart }
            return startsWithWord("...") ? .documentEnd : nil
        }

        var hasContentAfterMarker: Bool {
            let rest = line.dropFirst(3).drop(while: Self.isBlank)
            return !rest.isEmpty && rest.first != UInt8(ascii: "#")
        }

        /// Whether a sequence entry begins behind the spaces.
        var isDash: Bool {
            let content = line.drop { $0 == 0x20 }
            guard content.first == UInt8(ascii: "-") else { return false }
            return content.dropFirst().first.map(Self.isBlank) ?? true
        }

        /// Whether the line begins with a key, at its very beginning.
        func isKey(_ key: StaticString) -> Bool {
            let name = UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
            guard line.starts(with: name), line.count > name.count else { return false }
            return line[line.startIndex + name.count] == UInt8(ascii: ":")
        }

        /// Whether the value of a key is not on its line.
        func hasNothing(behindKey key: StaticString) -> Bool {
            let rest = line.dropFirst(key.utf8CodeUnitCount + 1).drop(while: Self.isBlank)
            return rest.isEmpty || rest.first == UInt8(ascii: "#")
        }

        /// Whether a value such as `SecretList` ends the line.
        var endsWithList: Bool {
            let comment = line.firstIndex(of: UInt8(ascii: "#")) ?? line.endIndex
            var value = line[..<comment]
            while let last = value.last, Self.isBlank(last) || last == UInt8(ascii: "\"") || last == UInt8(ascii: "'") {
                value.removeLast()
            }
            return value.suffix(4).elementsEqual("List".utf8)
        }

        private func startsWithWord(_ word: StaticString) -> Bool {
            let name = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
            guard line.starts(with: name) else { return false }
            return line.dropFirst(name.count).first.map(Self.isBlank) ?? true
        }

        private static func isBlank(_ byte: UInt8) -> Bool {
            byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
        }
    }
}
