import Foundation
import FoundationNetworking
import Testing

/// The AWS of these tests, on loopback: moto and what Cloud/serve.py has on top of it.
final class CloudServer: Sendable {
    /// Its address.
    let endpoint: String
    private let script: Script

    /// The account of everything here.
    static let account = "123456789012"
    /// The user that works with it; its key is of the documentation account.
    static let operatorKey = "AKIARZPUZDIKOPERATOR"
    static let operatorSecret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYOPERATORKEY"

    /// Starts one that is empty.
    init() throws {
        script = try Script("serve.py", announcing: "ENDPOINT=")
        endpoint = script.announcement
    }

    /// Ends it.
    func stop() { script.stop() }

    // MARK: Filling it and looking into it

    /// Asks the part that is for tests.
    @discardableResult
    func control(_ method: String, _ name: String, _ body: String = "") async throws -> Data {
        var request = URLRequest(url: try #require(URL(string: endpoint + "/keyshift/" + name)))
        request.httpMethod = method
        if !body.isEmpty { request.httpBody = Data(body.utf8) }
        let (data, response) = try await URLSession.shared.data(for: request)
        try #require((response as? HTTPURLResponse)?.statusCode == 200, "\(String(decoding: data, as: UTF8.self))")
        return data
    }

    /// Fills it; see `fill` of Cloud/world.py.
    func seed(_ seed: some Encodable) async throws {
        try await control("POST", "seed", String(decoding: try JSONEncoder().encode(seed), as: UTF8.self))
    }

    /// What is in it, by account.
    func world() async throws -> [String: CloudWorld] {
        try JSONDecoder().decode([String: CloudWorld].self, from: try await control("GET", "world"))
    }

    /// What workloads did with their credentials so far.
    func uses() async throws -> CredentialUses {
        try JSONDecoder().decode(CredentialUses.self, from: try await control("GET", "uses"))
    }

    /// What was asked so far.
    func requests() async throws -> [CloudRequest] {
        try JSONDecoder().decode([CloudRequest].self, from: try await control("GET", "requests"))
    }

    /// Asks for faults; see Cloud/faults.py.
    func fault(_ faults: [CloudFault]) async throws {
        try await control("POST", "faults", String(decoding: try JSONEncoder().encode(faults), as: UTF8.self))
    }

    /// Sets its clock, which goes on from there.
    func setClock(_ text: String) async throws {
        try await control("POST", "clock", #"{"now":"\#(text)"}"#)
    }

    // MARK: Asking it as users do

    /// What a program needs to reach it with a key.
    func environment(key: String = operatorKey, secret: String = operatorSecret) -> [String: String] {
        [
            "AWS_ENDPOINT_URL": endpoint, "AWS_ACCESS_KEY_ID": key, "AWS_SECRET_ACCESS_KEY": secret,
            "AWS_REGION": "us-east-1", "AWS_DEFAULT_REGION": "us-east-1", "AWS_PAGER": "",
            "AWS_EC2_METADATA_DISABLED": "true", "AWS_MAX_ATTEMPTS": "1", "PATH": Self.path,
            // Where `aws` keeps sessions of roles, which must not outlive this cloud.
            "HOME": FileManager.default.temporaryDirectory.path + "/keyshift-home-" + endpoint.suffix(5),
        ]
    }

    /// Where programs are, with the `aws` of the tests' Python first.
    static let path: String = {
        let inherited = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        guard Script.python.contains("/") else { return inherited }
        return URL(filePath: Script.python).deletingLastPathComponent().path + ":" + inherited
    }()

    /// Runs the real `aws` command line.
    func aws(_ words: String..., environment: [String: String]? = nil) async throws -> Run {
        try await aws(words, environment: environment)
    }

    /// Runs the real `aws` command line.
    func aws(_ words: [String], environment: [String: String]? = nil) async throws -> Run {
        try await Run.of(
            ["aws"] + words, environment: environment ?? self.environment(), in: FileManager.default.temporaryDirectory)
    }
}
