import MigrationModel

/// One text in an object, after everything around it was decoded and parsed, with what stands beside it.
///
/// Holds values of Secrets while an object is examined; it is never stored, printed or encoded.
struct Field: CustomStringConvertible, CustomReflectable {
    /// The way from the object to the text.
    var path: ValuePath
    /// The nearest name: the mapping key, the INI key, the `name` of an env entry, the attribute or element; empty in a list
    /// of plain values.
    var name: String
    /// The text, decoded as far as it could be.
    var text: [UInt8]
    /// Offset of the scalar of the document in which it stands.
    var offset: Int
    /// The group of fields that belong together: members of one mapping, one INI section, one env list, one text.
    var scope: Int

    /// Never shows the text.
    var description: String { "Field(\(path))" }
    /// Never shows the text.
    var customMirror: Mirror { Mirror(self, children: ["path": path]) }
}

/// All fields of one object.
struct FieldCollection {
    /// Fields in document order.
    var fields: [Field] = []
    /// For each scope its enclosing scope; `nil` for the outermost.
    var parents: [Int?] = []
    /// Texts that could not be decoded as far as they claim, with the reason.
    var problems: [FieldProblem] = []
}

/// Why a value of an object could not be searched completely.
struct FieldProblem: Hashable {
    var code: ProblemCode
    var path: ValuePath
}
