/// Why a document is not the value that it should be.
public struct DecodingProblem: Error, Hashable, Sendable {
    /// The way to what does not fit: `steps[3].gates[0].soak.hours`; empty for the document itself.
    public var path: String
    /// Where it begins, in bytes from the start of the document; `nil` for an empty document.
    public var offset: Int?
    /// What was expected, in one sentence; it may quote a value of the document.
    public var message: String

    /// Creates a problem.
    public init(path: String, offset: Int?, message: String) {
        self.path = path
        self.offset = offset
        self.message = message
    }
}

extension DecodingProblem {
    /// The problem that an error of a decoder tells of, found in the document again.
    init(_ error: DecodingError, in node: Node) {
        let (keys, message): ([any CodingKey], String) =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                (context.codingPath, context.debugDescription)
            case .keyNotFound(let key, let context): (context.codingPath + [key], context.debugDescription)
            @unknown default: ([], "The document does not fit.")
            }
        self.init(path: Self.text(of: keys), offset: Self.offset(of: keys[...], in: node), message: message)
    }

    private static func text(of keys: [any CodingKey]) -> String {
        keys.reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += (text.isEmpty ? "" : ".") + key.stringValue
            }
        }
    }

    /// The first scalar of the innermost node on the way that there is; collections have no offset of their own.
    private static func offset(of keys: ArraySlice<any CodingKey>, in node: Node) -> Int? {
        if let key = keys.first, let next = node.child(key), let found = offset(of: keys.dropFirst(), in: next) {
            return found
        }
        return node.firstOffset
    }
}

extension Node {
    fileprivate func child(_ key: any CodingKey) -> Node? {
        guard let index = key.intValue else { return self[key.stringValue] }
        return elements.indices.contains(index) ? elements[index] : nil
    }

    fileprivate var firstOffset: Int? {
        switch self {
        case .scalar(let scalar): scalar.offset
        case .sequence(let elements): elements.lazy.compactMap(\.firstOffset).first
        case .mapping(let members): members.lazy.compactMap(\.value.firstOffset).first
        }
    }
}
