internal import MigrationModel

/// The numbers of a report, counted once for every format.
struct ReportTally {
    /// Keys, all and by what was decided about them.
    var keys = 0
    var open = 0
    var allowed = 0
    var bait = 0
    var thirdParty = 0
    var byKind: [KeyKind: Int] = [:]
    /// Sightings, without the objects that only repeat them.
    var places = 0
    /// The kind of each distinct object that holds a key.
    var holderKinds: [String] = []
    /// Distinct files that hold a key and are no Kubernetes objects.
    var holderFiles = 0
    var inputs = 0
    var objects = 0
    var bytes = 0
    var lookAlikes = 0
    var notScanned = 0

    /// Counts a report.
    init(_ report: ScanReport) {
        keys = report.keys.count
        open = report.openKeys.count
        allowed = keys - open
        count(report.keys)
        inputs = report.inputs.count
        objects = report.inputs.reduce(0) { $0 + $1.objects }
        bytes = report.inputs.reduce(0) { $0 + $1.bytes }
        lookAlikes = report.lookAlikes.values.reduce(0, +)
        notScanned = report.problems.count { $0.severity == .notScanned }
    }

    /// Objects and files that hold a key.
    var carriers: Int { holderKinds.count + holderFiles }

    private mutating func count(_ keys: [StaticKey]) {
        var objects: Set<ObjectReference> = []
        var files: Set<String> = []
        for key in keys {
            byKind[key.identity.kind, default: 0] += 1
            places += key.sightings.count
            switch key.nature {
            case .bait: bait += 1
            case .thirdParty: thirdParty += 1
            case .ordinary: break
            }
            for sighting in key.sightings {
                if let object = sighting.place.object {
                    objects.insert(object)
                } else {
                    files.insert(sighting.place.input)
                }
            }
        }
        holderKinds = objects.map(\.kind)
        holderFiles = files.count
    }
}
