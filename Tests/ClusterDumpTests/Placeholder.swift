import Testing

@testable import ClusterDump
