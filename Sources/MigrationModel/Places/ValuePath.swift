/// The way from an object to one value in it: fields, list positions and the decodings in between.
///
/// Printed as `data.release › base64 › base64 › gzip › config.aws.accessKey`. Parsing a text (JSON, YAML, INI, XML,
/// properties, dotenv) adds its fields to the path; only what changes the bytes is a decoding.
public struct ValuePath: Hashable, Sendable {
    /// One step of the way.
    public enum Step: Hashable, Sendable {
        /// A member of a mapping, an INI section or key, an XML element.
        case field(String)
        /// A position in a sequence, from 0.
        case index(Int)
        /// A wrapping that was removed.
        case decoding(Decoding)
        /// A line of a text that has no finer structure, from 1.
        case line(Int)
    }

    /// The steps, outermost first.
    public var steps: [Step]

    /// Creates a path from its steps.
    public init(_ steps: [Step] = []) {
        self.steps = steps
    }

    /// The path with one more step.
    public func appending(_ step: Step) -> ValuePath {
        ValuePath(steps + [step])
    }

    /// The decodings on the way, outermost first.
    public var decodings: [Decoding] {
        steps.compactMap { step in
            guard case .decoding(let decoding) = step else { return nil }
            return decoding
        }
    }
}
