import Foundation
import Testing

/// Inputs that are huge, deep, or much larger than they look: memory stays bounded and the scan ends.
///
/// `KEYSHIFT_STREAM_MEGABYTES` sets how much goes through pipes.
struct BoundedMemoryTests {
    private static let megabytes = ProcessInfo.processInfo.environment["KEYSHIFT_STREAM_MEGABYTES"] ?? "60"

    /// Prints the exit status and the peak memory in MB of a command, which a shell cannot.
    private static let measure = """
        import resource, subprocess, sys
        status = subprocess.run(sys.argv[1:], stdout=open("report", "wb")).returncode
        print(status, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
        """

    /// Writes the parts again and again; the arguments are the megabytes, a beginning, what is repeated, and an end.
    private static let repetition = """
        import sys
        size, first, middle, last = int(sys.argv[1]) << 20, *[a.encode().decode("unicode_escape").encode() for a in sys.argv[2:]]
        many = middle * (100000 // len(middle) + 1)
        sys.stdout.buffer.write(first)
        for _ in range(size // len(many) + 1): sys.stdout.buffer.write(many)
        sys.stdout.buffer.write(last)
        """

    /// Scans with a command line in which `scan` measures; returns the report.
    private func scan(
        _ command: String, status: Int, peak: Int = 100, files: [String: String] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> ReportDocument {
        let program = try Executable(
            texts: files.merging(["measure.py": Self.measure, "repeat.py": Self.repetition]) { $1 })
        defer { program.remove() }
        let scan = "scan() { python3 measure.py \"$keyshift\" scan -o json \"$@\"; }"
        let run = try program.shell("set -o pipefail; \(scan); \(command)")
        let numbers = run.output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        #expect(numbers.first == status, "\(run.output)\(run.errors)", sourceLocation: sourceLocation)
        #expect(numbers.last ?? .max < peak, "peak memory in MB", sourceLocation: sourceLocation)
        let report = try Data(contentsOf: URL(fileURLWithPath: program.folder + "/report"))
        return try JSONDecoder().decode(ReportDocument.self, from: report)
    }

    private func stream(_ first: String, _ middle: String, _ last: String) -> String {
        "python3 repeat.py \(Self.megabytes) '\(first)' '\(middle)' '\(last)' | scan -"
    }

    @Test(.timeLimit(.minutes(20))) func listOfManyObjects() throws {
        let report = try scan(
            stream(#"{"items":[{}"#, "," + Dumps.clean, "," + Dumps.secret("last") + #"],"kind":"List"}"#), status: 1)
        #expect(report.carriers == ["last"])
    }

    @Test(.timeLimit(.minutes(20))) func objectBeyondTheLimit() throws {
        let first = #"{"items":["# + Dumps.secret("first") + #",{"kind":"ConfigMap","data":{"a":""#
        let report = try scan(
            stream(first, "lorem ipsum ", #""}},"# + Dumps.secret("last") + #"],"kind":"List"}"#), status: 2)
        #expect(report.carriers == ["first", "last"])
        #expect(report.complaints == ["object-too-large:1:\(Dumps.secret("first").utf8.count + 11):-"])
    }

    @Test(.timeLimit(.minutes(20))) func yamlBeyondTheLimit() throws {
        let last = "---\\napiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: last}\\ndata: {k: \(Dumps.keyID)}\\n"
        let report = try scan(
            stream("kind: ConfigMap\\ndata:\\n  k: |\\n", "    lorem ipsum\\n", last), status: 2)
        #expect(report.carriers == ["last"])
        #expect(report.complaints == ["object-too-large:1:0:-"])
    }

    @Test(.timeLimit(.minutes(20))) func brackets() throws {
        #expect(try scan(stream("{}", "[", ""), status: 2).problems.map(\.code).contains("object-too-large"))
    }

    @Test(.timeLimit(.minutes(20))) func tenGigabytesOfNothing() throws {
        let report = try scan("truncate -s 10G sparse && scan sparse", status: 2, peak: 60)
        #expect(report.complaints == ["input-binary:-:-:-"])
    }

    /// Three gigabytes in 3 MB, and as a value of a Secret.
    @Test(.timeLimit(.minutes(20))) func bombs() throws {
        let zeros = try scan("head -c 3G /dev/zero | gzip -1 > bomb && scan bomb", status: 2, peak: 60)
        #expect(zeros.complaints == ["input-binary:-:-:-"])
        let spaces = try scan("head -c 700M /dev/zero | tr '\\0' '\\n' | gzip -9 > bomb && scan bomb", status: 2)
        #expect(spaces.problems.map(\.code) == ["expansion-limit"])
        let value = "value=$(head -c 300M /dev/zero | gzip | base64 -w0)"
        let object = #"{"apiVersion":"v1","kind":"Secret","metadata":{"name":"bomb"},"data":{"a":"'$value'"}}"#
        let wrapped = try scan("\(value); echo '\(object)' > dump && scan dump", status: 2)
        #expect(wrapped.complaints == ["expansion-limit:1:0:bomb"])
    }

    @Test(.timeLimit(.minutes(20)), arguments: ["json", "array.json", "yaml", "flow.yaml"]) func depth(_ shape: String)
        throws
    {
        let count = 100_000
        let text =
            switch shape {
            case "json": String(repeating: "{\"a\":", count: count) + "1" + String(repeating: "}", count: count)
            case "array.json": String(repeating: "[", count: count) + "1" + String(repeating: "]", count: count)
            case "yaml": String(repeating: "- ", count: count) + "x\n"
            default: "a: " + String(repeating: "[", count: count) + "\n"
            }
        let report = try scan("scan deep.\(shape)", status: 2, files: ["deep.\(shape)": text])
        #expect(report.problems.map(\.code) == ["nested-too-deep"])
        #expect(report.problems.allSatisfy { $0.line == 1 && $0.offset != nil })
    }

    @Test(.timeLimit(.minutes(20))) func aliases() throws {
        let names = Array("abcdefghijkl")
        let lines = zip(names, names.dropFirst()).map { name, next in
            "\(next): &\(next) [\(repeatElement("*\(name)", count: 9).joined(separator: ", "))]\n"
        }
        let text = "a: &a [x, x, x, x, x, x, x, x, x]\n" + lines.joined()
        let report = try scan("scan bomb.yaml", status: 2, files: ["bomb.yaml": text])
        #expect(report.problems.map(\.code) == ["alias-expansion"])
    }
}
