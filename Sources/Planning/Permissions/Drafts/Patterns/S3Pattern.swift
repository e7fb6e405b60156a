import MigrationModel

/// Buckets and prefixes in them.
///
/// `DeleteObject` is not drafted: who deletes should say so. See
/// [S3 actions](https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html).
struct S3Pattern: DraftPattern {
    /// A bucket, and what of it a workload uses.
    private struct Use: Hashable {
        var bucket: String
        var prefix: String
    }

    private static let foreign: Set<String> = [
        "AZURE", "B2", "COUNT", "GCP", "GCS", "GOOGLE", "LIMIT", "MINIO", "OSS", "R2", "RATE", "SIZE", "TOKEN",
    ]

    func draft(_ settings: DraftSettings, beside services: Set<String>) -> [DraftStatement] {
        var found: [(use: Use, setting: NamedSetting)] = []
        for setting in settings.settings where !setting.speaks(of: ["ATHENA"]) {
            guard let use = Self.use(setting) else { continue }
            found.append((use, setting))
        }
        let buckets = Set(found.map(\.use.bucket))
        found = found.map { use, setting in (Self.narrowed(use, setting, settings, isOnly: buckets.count == 1), setting)
        }
        guard !found.isEmpty else { return [] }
        func arn(_ resource: String) -> String {
            ResourceName(
                partition: settings.place.partition, service: "s3", region: "", account: "", resource: resource
            ).text
        }
        let location = DraftStatement.allow(
            "S3Location", ["s3:GetBucketLocation"], on: buckets.map(arn), from: found.map(\.setting))
        return [location] + Self.lists(found, arn) + Self.objects(found, arn)
    }

    /// Who may list a whole bucket needs one statement; for each prefix it is another, with a condition.
    private static func lists(
        _ found: [(use: Use, setting: NamedSetting)], _ arn: (String) -> String
    ) -> [DraftStatement] {
        let groups = Dictionary(grouping: found, by: \.use.prefix).sorted { $0.key < $1.key }
        return groups.map { prefix, members in
            let condition = PolicyCondition("StringLike", "s3:prefix", [prefix, prefix + "/*"])
            return .allow(
                "S3List", ["s3:ListBucket"], on: members.map { arn($0.use.bucket) },
                if: prefix.isEmpty ? [] : [condition],
                from: members.map(\.setting))
        }
    }

    private static func objects(
        _ found: [(use: Use, setting: NamedSetting)], _ arn: (String) -> String
    ) -> [DraftStatement] {
        func resources(_ members: [(use: Use, setting: NamedSetting)]) -> [String] {
            members.map { arn($0.use.prefix.isEmpty ? "\($0.use.bucket)/*" : "\($0.use.bucket)/\($0.use.prefix)/*") }
        }
        // A bucket to write to is read as well by nearly everybody, if only to see what is there.
        let written = found.filter { Direction($0.setting).writes }
        let reads = DraftStatement.allow(
            "S3Read", ["s3:GetObject"], on: resources(found), from: found.map(\.setting))
        guard !written.isEmpty else { return [reads] }
        return [
            reads,
            .allow(
                "S3Write", ["s3:AbortMultipartUpload", "s3:ListMultipartUploadParts", "s3:PutObject"],
                on: resources(written), from: written.map(\.setting),
                open: ["Nothing says whether it deletes objects: add s3:DeleteObject if it does."]),
        ]
    }

    /// The bucket and the prefix that a setting names.
    private static func use(_ setting: NamedSetting) -> Use? {
        if let arn = setting.arn { return arn.service == "s3" ? path(arn.resource) : nil }
        let value = setting.value
        for scheme in ["s3://", "s3a://", "s3n://"] where value.hasPrefix(scheme) {
            return path(String(value.dropFirst(scheme.count)))
        }
        if value.hasPrefix("https://") { return host(String(value.dropFirst("https://".count))) }
        if value.contains(".amazonaws.com") { return host(value) }
        guard setting.speaks(of: ["BUCKET"]), !setting.speaks(of: foreign), !setting.speaks(of: ["PREFIX"]) else {
            return nil
        }
        return path(value)
    }

    /// `bucket.s3.eu-west-1.amazonaws.com/path` and `s3.eu-west-1.amazonaws.com/bucket/path`; see
    /// [virtual hosting](https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html).
    private static func host(_ address: String) -> Use? {
        let parts = address.split(separator: "/", maxSplits: 1).map(String.init)
        guard let host = parts.first, host.contains(".amazonaws.com") else { return nil }
        if host.hasPrefix("s3.") || host.hasPrefix("s3-") { return parts.count == 2 ? path(parts[1]) : nil }
        for mark in [".s3.", ".s3-"] {
            guard let end = host.range(of: mark) else { continue }
            return path(String(host[..<end]) + (parts.count == 2 ? "/" + parts[1] : ""))
        }
        return nil
    }

    private static func path(_ text: String) -> Use? {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let bucket = parts.first, isBucket(bucket) else { return nil }
        return Use(bucket: bucket, prefix: parts.count == 2 ? trimmed(parts[1]) : "")
    }

    private static func trimmed(_ prefix: String) -> String {
        var text = prefix[...]
        while text.hasSuffix("*") || text.hasSuffix("/") { text = text.dropLast() }
        while text.hasPrefix("/") { text = text.dropFirst() }
        // The last part of a path to one object is the object.
        return String(text)
    }

    /// See [bucket names](https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html).
    private static func isBucket(_ name: String) -> Bool {
        let isFramed = [name.first, name.last].allSatisfy { $0.map { $0.isLowercase || $0.isNumber } ?? false }
        return (3...63).contains(name.utf8.count) && isFramed && name.contains { !$0.isNumber && $0 != "." }
            && name.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII
                    && (scalar.properties.isLowercase || scalar.properties.numericType != nil
                        || "-.".unicodeScalars.contains(scalar))
            } && !["true", "false", "none", "null"].contains(name)
    }

    /// The prefix that another setting gives: the only one beside the only bucket, or the one that is called like the bucket.
    private static func narrowed(
        _ use: Use, _ setting: NamedSetting, _ settings: DraftSettings, isOnly: Bool
    ) -> Use {
        guard use.prefix.isEmpty else { return use }
        let candidates = settings.settings.filter { other in
            other.arn == nil && !other.value.contains(":") && other.speaks(of: ["PREFIX"])
                && (other.speaks(of: ["BUCKET", "S3"]) || stem(other) == stem(setting) && !stem(setting).isEmpty)
        }
        let matching = isOnly ? candidates : candidates.filter { stem($0) == stem(setting) }
        guard let only = matching.first, matching.count == 1 else { return use }
        return Use(bucket: use.bucket, prefix: trimmed(only.value))
    }

    /// The name of a setting without what says what kind of setting it is.
    private static func stem(_ setting: NamedSetting) -> [String] {
        setting.words.filter { !["BUCKET", "NAME", "PREFIX", "S3", "AWS", "KEY", "PATH"].contains($0) }
    }
}

extension String {
    /// Where a text begins for the first time.
    fileprivate func range(of text: String) -> String.Index? {
        indices.first { self[$0...].hasPrefix(text) }
    }
}
