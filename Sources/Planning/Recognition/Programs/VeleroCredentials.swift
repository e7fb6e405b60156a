/// Velero: a profile file in the Secret `cloud-credentials`, which its objects may also name.
///
/// See [the AWS plugin](https://github.com/vmware-tanzu/velero-plugin-for-aws#set-permissions-for-velero).
enum VeleroCredentials: ProgramRecogniser {
    static func recognise(_ use: KeyUse) -> ProgramChange? {
        guard use.isImage("velero") || use.names.prefix(2) == ["cloud-credentials", "cloud"] else { return nil }
        return ProgramChange(
            "Velero",
            "install it without a credentials Secret (credentials.useSecret: false in its chart), and leave credential out of "
                + "its BackupStorageLocations and VolumeSnapshotLocations", isFirst: false)
    }
}
