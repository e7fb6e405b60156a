import Foundation
import MigrationModel
import Testing

@testable import ClusterDump

struct FolderWalkTests {
    private func folder(_ files: [String]) throws -> String {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("walk-\(UUID().uuidString)")
        for name in files {
            let file = root.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("text".utf8).write(to: file)
        }
        return root.path
    }

    @Test func findsFilesInOrderWithoutFollowingLinks() throws {
        let root = try folder(["b/z.yaml", "b/a.yaml", "a.yaml", "c.yaml", ".hidden/x", ".git/config", "b/.hg/store"])
        defer { try? FileManager.default.removeItem(atPath: root) }
        try FileManager.default.createSymbolicLink(atPath: root + "/loop", withDestinationPath: root)
        try FileManager.default.createSymbolicLink(atPath: root + "/gone", withDestinationPath: "nowhere")
        #expect(mkfifo(root + "/pipe", 0o600) == 0)
        var walk = FolderWalk()
        walk.add(root + "/")
        #expect(
            walk.found.map { $0.path.dropFirst(root.count + 1) } == [
                "a.yaml", "c.yaml", ".hidden/x", "b/a.yaml", "b/z.yaml",
            ])
        #expect(walk.found.allSatisfy { $0.size == 4 && $0.isInFolder })
        #expect(walk.problems == [])
    }

    @Test func takesWhatIsNamed() throws {
        let root = try folder(["a.yaml"])
        defer { try? FileManager.default.removeItem(atPath: root) }
        try FileManager.default.createSymbolicLink(atPath: root + "/link", withDestinationPath: "a.yaml")
        #expect(mkfifo(root + "/pipe", 0o600) == 0)
        var walk = FolderWalk()
        for name in ["-", root + "/link", root + "/pipe", root + "/missing"] { walk.add(name) }
        #expect(
            walk.found == [
                .init(path: "-", size: -1, isInFolder: false), .init(path: root + "/link", size: 4, isInFolder: false),
                .init(path: root + "/pipe", size: -1, isInFolder: false),
            ])
        #expect(walk.problems.map(\.code) == [.unreadable])
        #expect(walk.problems.map(\.input) == [root + "/missing"])
        #expect(walk.problems.map(\.message) == ["it could not be opened: No such file or directory"])
    }
}
