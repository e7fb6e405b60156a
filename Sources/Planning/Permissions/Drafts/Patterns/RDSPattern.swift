import MigrationModel

/// Databases that are logged in to with a token of IAM instead of a password.
///
/// A host of RDS alone says nothing of that: a workload that has a password uses it. See
/// [IAM database access](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html).
struct RDSPattern: DraftPattern {
    private static let passwords: Set<String> = ["PASS", "PASSWD", "PASSWORD", "PGPASSWORD", "PWD"]

    func draft(_ settings: DraftSettings, beside services: Set<String>) -> [DraftStatement] {
        let named = settings.names(of: "rds-db").filter { $0.arn.resource(behind: "dbuser:") != nil }
        let hosts = settings.settings.compactMap { setting in
            Self.region(ofHost: setting.value).map { (setting: setting, region: $0) }
        }
        guard named.isEmpty else {
            return [.allow("RDSConnect", ["rds-db:connect"], on: named.map(\.arn.text), from: named.map(\.setting))]
        }
        let asks = settings.settings.filter {
            $0.speaks(of: ["IAM"]) && ["1", "true", "yes"].contains($0.value.lowercased())
        }
        let hasPassword = settings.variables.contains { name in
            NamedSetting(name: name, value: "", origin: PermissionOrigin(setting: name, place: "")).speaks(
                of: Self.passwords)
        }
        guard !hosts.isEmpty, !asks.isEmpty || !hasPassword else { return [] }
        let users = settings.settings.filter { setting in
            (setting.speaks(of: ["USER", "USERNAME"]) && setting.speaks(of: ["DATABASE", "DB", "RDS"])
                || setting.speaks(of: ["DBUSER", "PGUSER"])) && setting.isName(1...63, with: "_-")
        }
        let names = users.isEmpty ? ["*"] : users.map(\.value)
        let resources = hosts.flatMap { host in
            var place = settings.place
            place.region = host.region
            // The id of the instance is in no address: it begins with `db-` or `cluster-`.
            return names.map { place.name("rds-db", "dbuser:*/" + $0).text }
        }
        var open = [
            "The id of the database stands in no setting: put its resource id for the first `*` of `dbuser:*/…`."
        ]
        if users.isEmpty { open.append("No setting names the database user: put it for the last `*`.") }
        return [
            .allow(
                "RDSConnect", ["rds-db:connect"], on: resources, from: hosts.map(\.setting) + asks + users, open: open)
        ]
    }

    /// The region of `orders.abc123.eu-west-1.rds.amazonaws.com:5432`, with or without a scheme and a path.
    private static func region(ofHost value: String) -> String? {
        let host = value.split(separator: "/").first { $0.contains(".rds.amazonaws.com") } ?? ""
        let parts = host.split(separator: ".").map(String.init)
        guard let position = parts.firstIndex(of: "rds"), position > 1,
            IdentifierForm.region.admits(parts[position - 1])
        else { return nil }
        return parts[position - 1]
    }
}
