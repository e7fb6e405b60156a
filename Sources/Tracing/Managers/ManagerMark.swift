import MigrationModel

/// The marks that one program leaves on the objects that it keeps as its own source says.
protocol ManagerMark: Sendable {
    /// The manager, if the object carries its marks.
    static func manager(of object: ObjectDescription) -> ObjectManager?
}
