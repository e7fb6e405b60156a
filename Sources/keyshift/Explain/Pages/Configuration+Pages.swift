import ClusterDump
import Planning

extension ConfigurationProblem.Code: ExplainedCode {
    static var family: String { "What is wrong with keyshift.yaml" }

    static let stories: [ConfigurationProblem.Code: CodeStory] = [
        .notYAML: CodeStory(
            "The configuration is not one YAML document.", "Wrong indentation, an empty file, or several documents.",
            "Mend the named line; keyshift plan --init writes a first one."),
        .wrongShape: CodeStory(
            "A list, mapping, text, number or truth value stands where another should.",
            "A missing dash, or a number that needs quotes, such as an account.",
            "Write the field as the message says."),
        .unsupportedVersion: CodeStory(
            "The version is one that this program does not know.",
            "The file is for a newer keyshift, or has no version.", "Write version: 1."),
        .unknownField: CodeStory(
            "There is no such field at this place.", "A misspelling, or wrong indentation.",
            "Write it as the message proposes; the schema lists all fields."),
        .missingField: CodeStory(
            "A field that must be there is not.",
            "Every platform needs its own facts: EKS region and account, GKE project, AKS tenant, subscription and resourceGroup.",
            "Add it; the comments that --init writes say how to find it out."),
        .emptyField: CodeStory(
            "A field is there and says nothing.", "A placeholder of --init was left.",
            "Fill it in, or take the line away."),
        .invalidDate: CodeStory(
            "expires is not a day of the calendar.", "Another order of day and month, or a day that does not exist.",
            "Write it as 2026-12-31."),
        .duplicateField: CodeStory("A field stands twice in one mapping.", "A merge that went wrong.", "Keep one."),
        .duplicateEntry: CodeStory(
            "Two clusters have one name, or two entries are for the same services.", "A merge that went wrong.",
            "Keep one; the first entry that matches would count."),
        .invalidValue: CodeStory(
            "A value has not the form that such a value has.",
            "An account without twelve digits, an issuer that is no https URL, a region that does not exist.",
            "Write it as the message says."),
        .outOfRange: CodeStory(
            "A number is too small or too large.", "Hours or days that no migration would wait.",
            "Stay within the bounds of the message."),
        .unknownName: CodeStory(
            "There is no platform, mechanism, SDK or owner of that name.", "A misspelling.",
            "Use one of the names in the message."),
        .unknownPlaceholder: CodeStory(
            "roleName has a placeholder that does not exist.", "A misspelling in braces.",
            "Use {cluster}, {namespace} and {serviceAccount}."),
        .contradiction: CodeStory(
            "Two fields cannot both be right.", "For instance a Fargate namespace of a GKE cluster.",
            "Take one of the two away."),
    ]
}

extension PlanningProblem.Code: ExplainedCode {
    static var family: String { "Why there is no plan" }

    static let stories: [PlanningProblem.Code: CodeStory] = [
        .unassignedInput: CodeStory(
            "An input belongs to no cluster of the configuration.",
            "With several clusters, each has to say which inputs are its own.",
            "Add the input to inputs of its cluster in keyshift.yaml."),
        .impossibleOverride: CodeStory(
            "The mechanism that was asked for is not possible for this service.",
            "The configuration says mechanism, and the platform or the SDK cannot do it.",
            "Read why in the message; take the line away to let keyshift choose, or exempt the service."),
    ]
}
