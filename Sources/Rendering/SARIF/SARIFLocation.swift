internal import MigrationModel
internal import StructuredText

/// Where a result or a notification is, SARIF 2.1.0 section 3.28.
enum SARIFLocation {
    /// The location of a value: the line of a file, where there is a file, and the value in its object.
    static func value(of place: Place, _ presentation: Presentation) -> StructuredValue {
        value(
            input: place.input, line: place.line, logical: logical(place.object, place.path.description), presentation)
    }

    /// The location of a problem, as far as it is known.
    static func value(of problem: Problem, _ presentation: Presentation) -> StructuredValue {
        value(
            input: problem.input, line: problem.line, logical: problem.object.flatMap { logical($0, "") }, presentation)
    }

    private static func value(
        input: String, line: Int?, logical: StructuredValue?, _ presentation: Presentation
    ) -> StructuredValue {
        var members: [StructuredValue.Member] = []
        if presentation.isFile(input) {
            members.append(.init("physicalLocation", physical(input, line)))
        }
        if let logical { members.append(.init("logicalLocations", [logical])) }
        return .mapping(members)
    }

    private static func physical(_ input: String, _ line: Int?) -> StructuredValue {
        var members: [StructuredValue.Member] = [
            .init("artifactLocation", ["uri": .string(SARIFText.uri(ofFile: input))])
        ]
        if let line { members.append(.init("region", ["startLine": .integer(max(1, line))])) }
        return .mapping(members)
    }

    private static func logical(_ object: ObjectReference?, _ path: String) -> StructuredValue? {
        guard let object else {
            return path.isEmpty ? nil : ["fullyQualifiedName": .string(path), "kind": "value"]
        }
        let name = path.isEmpty ? object.label : "\(object.label)#\(path)"
        return ["name": .string(object.name), "fullyQualifiedName": .string(name), "kind": "resource"]
    }
}
