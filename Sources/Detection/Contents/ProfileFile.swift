import MigrationModel
import StructuredText

/// Reads shared credentials and config files of AWS, as far as they decide where credentials come from.
///
/// The grammar is that of the [shared files](https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html), read as botocore
/// does: a line that is indented deeper than its setting belongs to its value.
struct ProfileFile {
    /// Settings that decide where credentials come from; all others are left out.
    private static let names: Set<String> = [
        "aws_access_key_id", "aws_account_id", "aws_secret_access_key", "aws_security_token", "aws_session_token",
        "credential_process", "credential_source", "duration_seconds", "endpoint_url", "external_id", "login_session",
        "mfa_serial", "region", "role_arn", "role_session_name", "services", "source_profile", "sso_account_id",
        "sso_region", "sso_role_name", "sso_session", "sso_start_url", "sts_regional_endpoints",
        "web_identity_token_file",
    ]
    /// How many sections are read; nobody writes that many, and each costs a search for one of the same name.
    private static let sectionLimit = 256

    private var profiles: [ProfileContents] = []
    private var indices: [String: Int] = [:]
    private var current: Int?
    /// The setting that an indented line would belong to.
    private var last: (name: String, indent: Int)?

    /// The sections of a file; `nil` for one that is none of AWS.
    ///
    /// It is one if a section is `default` or says that it is a profile, or has a setting of AWS.
    static func profiles(in text: Span<UInt8>) -> [ProfileContents]? {
        guard text.contains(UInt8(ascii: "["), in: 0..<text.count) else { return nil }
        var file = ProfileFile()
        // A byte order mark, as editors on Windows write it.
        var lines = LineCursor((text.has("\u{feff}", at: 0) ? 3 : 0)..<text.count)
        while let line = lines.next(in: text) { file.read(text, line) }
        return file.profiles.contains { isProfile($0.section) || !$0.settings.isEmpty } ? file.profiles : nil
    }

    private static func isProfile(_ section: String) -> Bool {
        section == "default" || section.hasPrefix("profile ") || section.hasPrefix("sso-session ")
    }

    private mutating func read(_ text: Span<UInt8>, _ line: Range<Int>) {
        let range = text.trimmed(line)
        guard let first = range.first, text[first] != UInt8(ascii: "#"), text[first] != UInt8(ascii: ";") else {
            return
        }
        let indent = first - line.lowerBound
        if let last, indent > last.indent {
            note(last.name, .present)
        } else if text[first] == UInt8(ascii: "["), let end = text.position(of: UInt8(ascii: "]"), in: range) {
            open(text.string(text.trimmed(first + 1..<end)))
        } else {
            setting(text, range, indent)
        }
    }

    private mutating func open(_ name: String) {
        last = nil
        guard name.utf8.count <= 256, indices.count < Self.sectionLimit else {
            current = nil
            return
        }
        current = indices[name] ?? profiles.count
        guard indices[name] == nil else { return }
        indices[name] = profiles.count
        profiles.append(ProfileContents(section: name, settings: [:]))
    }

    private mutating func setting(_ text: Span<UInt8>, _ range: Range<Int>, _ indent: Int) {
        let sign =
            text.position(of: UInt8(ascii: "="), in: range) ?? text.position(of: UInt8(ascii: ":"), in: range)
        guard let sign else { return }
        let key = text.trimmed(range.lowerBound..<sign)
        let name = key.count <= 64 ? text.string(key).lowercased() : ""
        last = (name, indent)
        note(name, text.trimmed(sign + 1..<range.upperBound).isEmpty ? .empty : .present)
    }

    private mutating func note(_ name: String, _ shape: ValueShape) {
        guard let current, Self.names.contains(name) else { return }
        profiles[current].settings[name] = shape
    }
}
