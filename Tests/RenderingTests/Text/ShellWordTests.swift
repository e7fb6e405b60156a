import Foundation
import Testing

@testable import Rendering

struct ShellWordTests {
    @Test(arguments: [
        ("dump.json.gz", "dump.json.gz"), ("--context=a/b:c@d", "--context=a/b:c@d"), ("", "''"), ("a b", "'a b'"),
        ("it's", "'it'\\''s'"), ("$(rm -rf /)", "'$(rm -rf /)'"), ("~", "'~'"), ("東京", "'東京'"), ("*", "'*'"),
        ("a\nb", "$'a\\012b'"), ("\u{1b}'\\", "$'\\033\\'\\\\'"), ("\u{202e}", "$'\\342\\200\\256'"),
    ])
    func quotes(argument: String, expected: String) {
        #expect(ShellWord.quoted(argument) == expected)
    }

    @Test(arguments: ["a b", "it's", "$(rm)", "`x`\\", "a\nb\u{1b}[0m'\\", "\u{202e}東京", "\"!#&;|<>{}[]?*~"])
    func isReadBackByAShell(argument: String) throws {
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/bash")
        shell.arguments = ["-c", "printf %s " + ShellWord.quoted(argument)]
        let output = Pipe()
        shell.standardOutput = output
        try shell.run()
        let bytes = try output.fileHandleForReading.readToEnd()
        shell.waitUntilExit()
        #expect(String(decoding: bytes ?? Data(), as: UTF8.self) == argument)
    }
}
