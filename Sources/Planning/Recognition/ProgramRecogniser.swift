import MigrationModel

/// Recognises a program that is given its key in its own configuration; one file per program, one list.
///
/// Such a program ignores what SDKs would find: when its key is taken away it fails, or goes on with an empty one.
protocol ProgramRecogniser: SendableMetatype {
    /// What has to be changed for a use of a key; `nil` where it is not of this program.
    static func recognise(_ use: KeyUse) -> ProgramChange?
}

/// What people change in the configuration of a program, so that its SDK looks for credentials by itself.
struct ProgramChange: Hashable {
    /// What it is, as people call it.
    var program: String
    /// The change, as an instruction without its last stop.
    var change: String
    /// Whether it has to be made, and planned anew, before the service can be moved.
    var isFirst: Bool

    init(_ program: String, _ change: String, isFirst: Bool = true) {
        self.program = program
        self.change = change
        self.isFirst = isFirst
    }
}

/// All programs; a new one is a file beside the others and a line here.
///
/// The first that recognises a use counts.
enum ProgramRecognisers {
    static let all: [any ProgramRecogniser.Type] = [
        HadoopSettings.self,
        RcloneSettings.self,
        VeleroCredentials.self,
        ObjectStoreSettings.self,
        RailsStorage.self,
        LaravelDisks.self,
        DjangoStorages.self,
        AirflowConnections.self,
        ConnectionStrings.self,
        OwnGoogleFile.self,
        OwnSettings.self,
    ]
}
