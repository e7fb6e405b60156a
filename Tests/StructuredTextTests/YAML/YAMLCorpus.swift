import Foundation

/// Real manifests, kept beside the repository because they are others'.
enum YAMLCorpus {
    /// Each YAML document of the corpus (`../shared/corpus`, or where `KEYSHIFT_CORPUS` says); none, with a loud word,
    /// where there is no corpus.
    static func documents() throws -> [[UInt8]] {
        let beside = URL(filePath: #filePath).appending(path: "../../../../../shared/corpus").standardized
        let root = ProcessInfo.processInfo.environment["KEYSHIFT_CORPUS"].map { URL(filePath: $0) } ?? beside
        guard let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) else { return [] }
        var documents: [[UInt8]] = []
        for case let file as URL in files where ["yaml", "yml"].contains(file.pathExtension) {
            let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            documents += ("\n" + text).components(separatedBy: "\n---").map { Array($0.utf8) }
        }
        if documents.isEmpty { print("SKIPPED: there is no corpus at \(root.path)") }
        return documents
    }
}
