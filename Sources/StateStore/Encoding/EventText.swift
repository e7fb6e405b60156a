internal import MigrationModel
internal import StructuredText

/// An event as the text of which its hash is taken, and back.
enum EventText {
    /// The canonical JSON of an event.
    static func text(of event: LedgerEvent) throws -> String {
        CanonicalJSON.text(for: try StructuredEncoder.encode(event))
    }

    /// Reads an event, and only in the one way of writing it.
    ///
    /// - Parameter text: what ``text(of:)`` wrote.
    /// - Returns: the event.
    /// - Throws: ``EventTextProblem`` when it is no event, or is written in another way: with a member that no event has, one
    ///   that is there twice, or other white space.
    static func event(from text: String) throws(EventTextProblem) -> LedgerEvent {
        let builder = TreeBuilder()
        var reader = JSONReader()
        do throws(SyntaxProblem) {
            try reader.read(Array(text.utf8).span, into: builder)
        } catch {
            throw EventTextProblem(reason: "it is no JSON: \(error.message)")
        }
        guard let node = builder.finish() else { throw EventTextProblem(reason: "it is empty") }
        let event: LedgerEvent
        do throws(DecodingProblem) {
            event = try StructuredDecoder.decode(LedgerEvent.self, from: node)
        } catch {
            throw EventTextProblem(reason: "it is no event that this version knows: \(error.path): \(error.message)")
        }
        guard let again = try? self.text(of: event), again == text else {
            throw EventTextProblem(reason: "it is not written in the canonical way")
        }
        return event
    }
}

/// Why a text is no event.
struct EventTextProblem: Error, Hashable {
    /// The reason, to stand behind a colon.
    var reason: String
}
