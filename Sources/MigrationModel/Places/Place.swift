/// Where something was read: the input, the object in it, and the way to the value inside the object.
public struct Place: Hashable, Sendable, Encodable {
    /// The input as the user would name it: a file path, `-` for standard input, or the context of a live cluster.
    public var input: String
    /// The line in the input on which the value (or the object, where the format has no finer position) begins, from 1.
    public var line: Int
    /// The object that holds the value; `nil` for files that are not Kubernetes objects, such as Helm values.
    public var object: ObjectReference?
    /// The way from the object, or from the file, to the value.
    public var path: ValuePath

    /// Creates a place from its parts.
    public init(input: String, line: Int, object: ObjectReference?, path: ValuePath) {
        self.input = input
        self.line = line
        self.object = object
        self.path = path
    }
}

extension Place: Comparable {
    /// Orders by input, object, line and path, so that reports are the same however the work was divided.
    public static func < (left: Self, right: Self) -> Bool {
        if left.input != right.input { return left.input < right.input }
        switch (left.object, right.object) {
        case (let one?, let other?) where one != other: return one < other
        case (nil, _?): return true
        case (_?, nil): return false
        default: break
        }
        if left.line != right.line { return left.line < right.line }
        return left.path.description < right.path.description
    }
}
