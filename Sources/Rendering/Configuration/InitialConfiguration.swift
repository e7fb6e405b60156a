public import MigrationModel
internal import StructuredText

/// The first `keyshift.yaml` of a person: what the inputs show filled in, everything else explained in comments.
public enum InitialConfiguration {
    /// The text of the file.
    ///
    /// A reader takes it as it is when everything that it requires is known. What is not known stands in a comment below how
    /// to find it out; taking away `# ` before such a line and filling it in is all that is left to do.
    ///
    /// - Parameter guess: what the inputs show.
    /// - Returns: YAML with a line break at its end. Names from a cluster cannot end a comment or change the structure.
    public static func text(for guess: GuessedConfiguration) -> String {
        var lines = CommentedLines()
        lines.comment(
            "keyshift.yaml: where the clusters run, and how they are to be moved. keyshift wrote what the inputs show.")
        lines.comment("Lines such as `# name: …` wait for a value: fill it in and take away the `# `.")
        lines.field("version", .integer(1), indentation: 0)
        lines.line()
        lines.line("clusters:")
        if guess.clusters.count > 1 {
            lines.comment("Put the inputs of one cluster into one entry.", indentation: 2)
        }
        for cluster in guess.clusters { ClusterLines(cluster).write(to: &lines) }
        lines.line()
        PreferenceLines.write(to: &lines)
        lines.line()
        services(guess.services, &lines)
        return lines.text
    }

    private static func services(_ services: [GuessedService], _ lines: inout CommentedLines) {
        lines.line("services:")
        lines.comment(
            "What is different for some; the first entry that matches counts, and `*` stands for anything.",
            indentation: 2)
        lines.comment(
            "Pin one with `mechanism`, say with `sdk: [boto3]` what it is made with, or let it keep its key:",
            indentation: 2)
        lines.comment("- service: legacy/*", indentation: 2)
        lines.comment("  exempt: {reason: \"replaced in spring\", expires: 2027-03-31}", indentation: 2)
        if !services.isEmpty { lines.comment("These receive keys:", indentation: 2) }
        for service in services {
            var members = [StructuredValue.Member("service", .string(service.pattern))]
            if !service.targetAccount.isEmpty { members.append(.init("targetAccount", .string(service.targetAccount))) }
            lines.openElement(.mapping(members), indentation: 2)
        }
    }
}
