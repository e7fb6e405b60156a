import Foundation

/// Where the server's programs are on this machine.
enum ServerAssets {
    /// The folder with `kube-apiserver`; `nil`, once and loudly, when there is none.
    static let folder: String? = {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: script("assets.sh"))
        process.standardOutput = output
        do {
            try process.run()
        } catch {
            return announceAbsence()
        }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return announceAbsence() }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }()

    /// The path of one of the harness's scripts.
    static func script(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("scripts/\(name)").path
    }

    private static func announceAbsence() -> String? {
        let text = """
            warning: TESTS SKIPPED: no Kubernetes API server on this machine, so nothing about live clusters is tested.
            warning: set KEYSHIFT_BUILD_KUBERNETES=1 to build one (8 minutes, once), or KUBEBUILDER_ASSETS to a folder \
            that setup-envtest filled.

            """
        FileHandle.standardError.write(Data(text.utf8))
        return nil
    }
}
