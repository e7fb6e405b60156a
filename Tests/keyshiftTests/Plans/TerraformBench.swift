import Foundation
import Testing

/// A copy of one module, with a provider that talks to moto instead of AWS.
final class TerraformBench {
    private let folder: URL
    private let module: URL
    private let moto: Process
    private let motoInput: Pipe
    private let endpoint: String
    private var variables: [String: String]

    /// What makes the tests possible here; says loudly what is missing.
    static let isReady: Bool = {
        let missing = [
            ("terraform", (try? run(["terraform", "version"]))?.status == 0),
            ("a folder of Terraform providers", mirror != nil),
            ("moto in KEYSHIFT_PYTHON", (try? run([python, "-c", "import moto.server"]))?.status == 0),
        ].filter { !$0.1 }.map(\.0)
        if !missing.isEmpty {
            FileHandle.standardError.write(
                Data("SKIPPED: terraform apply: not on this machine: \(missing.joined(separator: ", "))\n".utf8))
        }
        return missing.isEmpty
    }()

    private static let python = ProcessInfo.processInfo.environment["KEYSHIFT_PYTHON"] ?? "python3"
    private static let script = Repository.root + "/Tests/keyshiftTests/Plans/moto_bench.py"

    /// A configuration that lets Terraform find its providers in files; see
    /// [filesystem mirrors](https://developer.hashicorp.com/terraform/cli/config/config-file#filesystem_mirror).
    private static let mirror: String? = {
        let search =
            "find / -xdev -maxdepth 6 -type d -path '*/registry.terraform.io/hashicorp/aws' 2>/dev/null | head -n 1"
        guard let found = try? run(["sh", "-c", search]).output.split(separator: "\n").first,
            let end = found.range(of: "/registry.terraform.io")
        else { return nil }
        let file = FileManager.default.temporaryDirectory.appending(path: "keyshift-terraformrc-\(getpid())")
        let text =
            "provider_installation {\n  filesystem_mirror {\n    path = \"\(found[..<end.lowerBound])\"\n  }\n}\n"
        return (try? Data(text.utf8).write(to: file)).map { file.path }
    }()

    /// Copies a module of `Plans`, whose folder is called after its account or its cluster, and starts moto.
    init(module name: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "keyshift-terraform-" + UUID().uuidString)
        module = folder.appending(path: "module")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: URL(filePath: Repository.root).appending(path: "Plans/" + name), to: module)
        (moto, motoInput, endpoint) = try Self.serve()
        let account = name.split(separator: "/").last.flatMap { $0.count == 12 ? String($0) : nil } ?? "123456789012"
        variables = [
            "TF_CLI_CONFIG_FILE": Self.mirror ?? "", "TF_IN_AUTOMATION": "1", "AWS_ACCESS_KEY_ID": "testing",
            "AWS_SECRET_ACCESS_KEY": "testing", "AWS_REGION": "eu-west-1", "AWS_DEFAULT_REGION": "eu-west-1",
            "MOTO_ENDPOINT": endpoint,
            "MOTO_ACCOUNT_ID": account, "CHECKPOINT_DISABLE": "1",
        ]
        try Data(Self.override(endpoint).utf8).write(to: module.appending(path: "bench_override.tf"))
    }

    func remove() {
        // It ends with its input: a signal may be blocked in what a test starts.
        try? motoInput.fileHandleForWriting.close()
        moto.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Starts moto on a free port, which it prints when it listens.
    private static func serve() throws -> (Process, Pipe, String) {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python, script, "serve"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var line = Data()
        while !line.contains(UInt8(ascii: "\n")) {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { break }
            line += piece
        }
        let endpoint = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        try #require(endpoint.hasPrefix("http://127.0.0.1:"))
        return (process, input, endpoint)
    }

    /// Override files replace the arguments of a block that they name; see
    /// [override files](https://developer.hashicorp.com/terraform/language/files/override).
    private static func override(_ endpoint: String) -> String {
        """
        provider "aws" {
          allowed_account_ids         = null
          skip_credentials_validation = true
          skip_metadata_api_check     = true
          skip_requesting_account_id  = true

          endpoints {
            iam = "\(endpoint)"
            sts = "\(endpoint)"
          }
        }

        """
    }

    func initialize() throws { try expect(["init", "-input=false", "-backend=false"]) }

    @discardableResult
    func expect(_ arguments: String...) throws -> String { try expect(arguments) }

    /// Runs Terraform and expects that it ends well.
    @discardableResult
    func expect(_ arguments: [String], location: SourceLocation = #_sourceLocation) throws -> String {
        let result = try terraform(arguments)
        #expect(result.status == 0, "\(arguments): \(result.output.suffix(4000))", sourceLocation: location)
        return result.output
    }

    func terraform(_ arguments: [String]) throws -> (status: Int32, output: String) {
        var words = arguments + ["-no-color"]
        if ["apply", "plan"].contains(arguments.first) { words.append("-input=false") }
        return try Self.run(["terraform", "-chdir=\(module.path)"] + words, variables)
    }

    /// One policy for every variable of the module that asks for permissions; which ones are right is not the question here.
    func permissions() throws -> [String] {
        let texts = try FileManager.default.contentsOfDirectory(atPath: module.path).filter { $0.hasSuffix(".tf") }
            .map { try String(contentsOf: module.appending(path: $0), encoding: .utf8) }
        let names = texts.flatMap { $0.matches(of: #/variable "([^"]+_policy_arns)"/#).map { String($0.1) } }
        let policy = try aws("policy").trimmingCharacters(in: .whitespacesAndNewlines)
        return names.sorted().flatMap { ["-var", "\($0)=[\"\(policy)\"]"] }
    }

    private var values: URL { module.appending(path: "keys.auto.tfvars") }

    /// What a person does first: the users, and here also the ids, which moto makes up.
    func fillIn(keys: [String], users: [String]) throws {
        var text = try String(contentsOf: values, encoding: .utf8)
        let planned = text.matches(of: #/AKIA[A-Z2-7]{16}/#).map { String($0.0) }
        try #require(planned.count == keys.count && users.count == keys.count)
        for (old, new) in zip(planned, keys) { text = text.replacing(old, with: new) }
        for user in users {
            let empty = try #require(text.firstRange(of: "\"\""))
            text.replaceSubrange(empty, with: "\"\(user)\"")
        }
        text +=
            "\nuser_policies = { uploader = [\"\(try aws("policy").trimmingCharacters(in: .whitespacesAndNewlines))\"] }\n"
        try Data(text.utf8).write(to: values)
    }

    /// What a person does for a step: one word.
    func setPhase(of key: String, from old: String, to new: String) throws {
        var text = try String(contentsOf: values, encoding: .utf8)
        let start = try #require(text.firstRange(of: key)).upperBound
        let word = try #require(text[start...].firstRange(of: "\"\(old)\""))
        text.replaceSubrange(word, with: "\"\(new)\"")
        try Data(text.utf8).write(to: values)
    }

    /// What AWS has, or gets, besides Terraform.
    func aws(_ arguments: String...) throws -> String {
        let result = try Self.run([Self.python, Self.script] + arguments, variables)
        #expect(result.status == 0, "\(result.output)")
        return result.output
    }

    private static func run(
        _ arguments: [String], _ environment: [String: String] = [:]
    ) throws -> (status: Int32, output: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
