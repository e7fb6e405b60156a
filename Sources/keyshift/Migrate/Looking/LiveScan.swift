import ClusterDump
import MigrationModel
import Tracing

/// The program's own scan over what a listing of a live cluster printed, for those who look whether a step is done.
enum LiveScan {
    /// What scans a dump that is in memory.
    ///
    /// - Parameters:
    ///   - associations: EKS Pod Identity associations as far as they are known.
    ///   - stated: the SDKs that a configuration names for services.
    /// - Returns: the scan, which takes the bytes and a name for them.
    static func scanning(
        associations: [PodIdentityAssociation] = [], stated: [StatedFamilies] = []
    ) -> @Sendable ([UInt8], String) -> ScanReport {
        { bytes, name in
            let scan = ScanRun(
                workers: Processors.available(), allowances: [], associations: associations, stated: stated,
                now: WallClock.now())
            return scan.report(over: DocumentFeed(HeldBytes(bytes, name: name)))
        }
    }
}
