import MigrationModel

extension ProblemCode: ExplainedCode {
    static var family: String { "What could not be scanned" }

    static let stories: [ProblemCode: CodeStory] = [
        .unreadable: CodeStory(
            "A file could not be opened or read.", "It is not there, or you may not read it.",
            "Check the path and the permissions, and scan again."),
        .empty: CodeStory(
            "There was nothing in the input.",
            "kubectl failed before it wrote anything, or the file was cut off at 0 bytes.",
            "Make the dump again and look at what kubectl says on standard error."),
        .binary: CodeStory(
            "The file is neither JSON, YAML nor text.", "An archive, an image or an etcd backup was given.",
            "Give what kubectl get -o json prints; unpack archives first. Only gzip is unpacked by itself."),
        .malformedJSON: CodeStory(
            "The JSON ends in the middle or breaks the grammar.",
            "A dump was interrupted, or two programs wrote one file.",
            "Make the dump again; what stands before the named line was scanned."),
        .malformedYAML: CodeStory(
            "The YAML ends in the middle or breaks the grammar.",
            "A template that is not rendered, wrong indentation, or a file that was cut off.",
            "Render templates first (helm template), or mend the named line; what stands before it was scanned."),
        .invalidUTF8: CodeStory(
            "There are bytes that are not UTF-8.", "The file has another encoding, or is damaged.",
            "Convert it (iconv) or make it again. UTF-16 is read as it is."),
        .tooDeep: CodeStory(
            "Something is nested deeper than any Kubernetes API server accepts.",
            "The input was made to exhaust its reader, or is not from Kubernetes.",
            "Find out who made it; no object of a cluster looks like this."),
        .objectTooLarge: CodeStory(
            "One object is larger than the limit.",
            "It is not one object of a cluster, which are at most a few megabytes.",
            "Split the file, or look at the named object by hand."),
        .aliasBomb: CodeStory(
            "YAML aliases would expand beyond the limit.", "The document was made to exhaust its reader.",
            "Find out who made it; write it without aliases if it is meant."),
        .expansionLimit: CodeStory(
            "Compressed data would expand beyond the limit.",
            "The data was made to exhaust its reader, or is larger than any Helm release.",
            "Unpack it by hand in a place where that is safe, and scan the result."),
        .damagedCompression: CodeStory(
            "Compressed data is damaged or ends in the middle.", "A file was cut off, or a value was edited.",
            "Make the dump again; if the object itself is damaged, look at it by hand."),
        .secretNotBase64: CodeStory(
            "A value of a Secret is not base64.", "The manifest was written by hand, or is a template.",
            "Mend the manifest; the value was scanned as it stands."),
        .decodingDepth: CodeStory(
            "A value is wrapped more often than the limit.", "Encodings within encodings, more than any program makes.",
            "Decode the named value by hand and scan the result."),
        .duplicateKey: CodeStory(
            "The same key stands twice in one mapping; both values were scanned.",
            "A merge that went wrong, or somebody who hides a value.",
            "Keep one of the two: readers differ in which one they take."),
        .forbidden: CodeStory(
            "The cluster does not let you list a resource type.", "RBAC does not allow it.",
            "Ask for list on that type, or have somebody with it make the dump. A key in it would not be found."),
        .unavailable: CodeStory(
            "The cluster stopped answering, or answered with an error.",
            "The API server is overloaded, or an aggregated API is down.",
            "Try again; kubectl get with the same type shows the same error."),
        .kubectlMissing: CodeStory(
            "kubectl is missing or could not be started.", "It is not in PATH.",
            "Install kubectl, or scan a dump instead."),
    ]
}
