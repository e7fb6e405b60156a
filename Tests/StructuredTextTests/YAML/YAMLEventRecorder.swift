@testable import StructuredText

/// Keeps every call of a reader.
final class YAMLEventRecorder: DocumentVisitor {
    enum Event: Hashable {
        case beginMapping(Int)
        case beginSequence(Int)
        case end
        case key(String, Int)
        case plain(String, Int)
        case quoted(String, Int)
        case duplicate(String, Int)
    }

    var events: [Event] = []

    func beginMapping(at offset: Int) { events.append(.beginMapping(offset)) }
    func beginSequence(at offset: Int) { events.append(.beginSequence(offset)) }
    func endCollection() { events.append(.end) }
    func key(_ text: Span<UInt8>, at offset: Int) { events.append(.key(String(copying: text), offset)) }
    func duplicateKey(_ text: Span<UInt8>, at offset: Int) {
        events.append(.duplicate(String(copying: text), offset))
    }
    func scalar(_ text: Span<UInt8>, quoted: Bool, at offset: Int) {
        let text = String(copying: text)
        events.append(quoted ? .quoted(text, offset) : .plain(text, offset))
    }
}

/// What a reader did with a text.
struct YAMLReading: Hashable {
    var events: [YAMLEventRecorder.Event] = []
    var problem: SyntaxProblem?

    init(_ bytes: [UInt8], asItem: Bool = false) {
        let recorder = YAMLEventRecorder()
        var reader = YAMLReader()
        do throws(SyntaxProblem) {
            if asItem {
                try reader.readItem(bytes.span, into: recorder)
            } else {
                try reader.read(bytes.span, into: recorder)
            }
        } catch {
            problem = error
        }
        events = recorder.events
    }

    init(_ text: String, asItem: Bool = false) { self.init(Array(text.utf8), asItem: asItem) }

    /// libyaml alone.
    init(libyaml bytes: [UInt8], asItem: Bool = false) {
        let recorder = YAMLEventRecorder()
        problem = bytes.withUnsafeBufferPointer { text -> SyntaxProblem? in
            let feed = VisitorFeed(recorder, isItem: asItem, skipping: 0)
            var reader = LibYAMLReader(text, isASCII: YAMLCharacters(of: text).isASCII, into: feed)
            do throws(SyntaxProblem) {
                try reader.read()
                return nil
            } catch {
                return error
            }
        }
        events = recorder.events
    }

    /// The fast reader alone; `isComplete` tells whether it did not give up.
    init(kubectl bytes: [UInt8], asItem: Bool = false, isComplete: inout Bool) {
        let recorder = YAMLEventRecorder()
        isComplete = bytes.withUnsafeBufferPointer { text in
            let characters = YAMLCharacters(of: text)
            guard characters.problem == nil, !characters.needsLibYAML,
                var reader = KubectlYAMLReader(
                    text, hasTabs: characters.hasTabs, isItem: asItem, buffers: .init(), into: recorder)
            else { return false }
            return reader.read()
        }
        events = recorder.events
    }
}
