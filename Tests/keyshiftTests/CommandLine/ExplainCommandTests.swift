import Foundation
import MigrationModel
import Testing

@testable import keyshift

/// Pages of codes, and pages for man.
struct ExplainCommandTests {
    @Test func noCodeIsWithoutAPage() {
        for page in CodePages.all {
            #expect(page.story != nil, "\(page.family): \(page.code)")
            for sentence in [page.story?.meaning, page.story?.cause, page.story?.fix].compactMap(\.self) {
                #expect(
                    sentence.hasSuffix(".") && sentence.first?.isLowercase != true || sentence.hasPrefix("keyshift")
                        || sentence.hasPrefix("expires") || sentence.hasPrefix("kubectl")
                        || sentence.hasPrefix("roleName")
                        || sentence.hasPrefix("serviceAccountName"), "\(page.code): \(sentence)")
            }
        }
        #expect(CodePages.all.count > 150)
    }

    /// Whatever the sources call a code has a page, so that a new set of codes cannot be forgotten.
    @Test func everyCodeInTheSourcesHasAPage() throws {
        let sources = URL(filePath: #filePath).appending(path: "../../../../Sources").standardizedFileURL
        let head =
            /^( *)(?:public )?enum (Code|Verification|LedgerRule|SoundnessProperty|StepStanding|ProblemCode): String/
        // What a reader of JSON or YAML finds becomes a problem of the file; codes of fields are the ends of others.
        let others = ["SyntaxProblem.swift", "FieldProblem.swift"]
        var found = 0
        for case let file as URL in try #require(
            FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        where file.pathExtension == "swift" && !others.contains(file.lastPathComponent) {
            var end: String?
            for line in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n") {
                if let match = line.firstMatch(of: head) { end = "\(match.1)}" }
                if line == end { end = nil }
                guard end != nil, let code = line.firstMatch(of: /^ +case ([A-Za-z]+)(?: = "([^"]+)")?$/) else {
                    continue
                }
                let text = String(code.2 ?? code.1)
                #expect(CodePages.pages(of: text).contains { $0.story != nil }, "\(file.lastPathComponent): \(text)")
                found += 1
            }
        }
        #expect(found > 100)
    }

    /// Every gate of the model is one of those that have a page.
    @Test func gatesAreExplainedByTheirKind() {
        let gates: [Gate] = [
            .soak(hours: 1), .quiet(days: 1), .schedule(hours: 1, reason: ""), .draftAccepted(identity: ""),
            .approval(reason: ""), .propagation(seconds: 1, reason: ""),
        ]
        #expect(Set(gates.map { GatePage($0) }) == Set(GatePage.allCases))
    }

    @Test func pagesAreFoundByCode() throws {
        let program = try Executable()
        defer { program.remove() }
        let run = try program.run("explain", "no-static-source")
        #expect(run.status == 0)
        #expect(
            run.output.hasPrefix(
                "no-static-source  (What proves a step done)\n\nNo container has a static source left.\n\nWhy:  "))
        #expect(try program.run("explain", "12").output.hasPrefix("12  (Exit status)\n"))
        let slip = try program.run("explain", "static-sources")
        #expect(slip.status == 64)
        #expect(slip.errors.contains("Is it one of these: static-shadows-federated, "))
        let list = try program.run("explain").output
        for page in CodePages.all { #expect(list.contains("\n  \(page.code) ")) }
    }

    /// groff, which shows the pages, finds nothing to warn of.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")))
    func groffReadsEveryPage() throws {
        let program = try Executable()
        defer { program.remove() }
        let run = try program.shell("mkdir man && $keyshift manual -o man && groff -man -Tutf8 -ww -z man/*.1")
        #expect(run.status == 0)
        #expect(run.errors == "")
    }

    @Test func longLinesEndWhereTheTerminalDoes() {
        let text = Paragraphs.filled("Why:  aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii\n", to: 31)
        #expect(text == "Why:  aaaa bbbb cccc dddd eeee\n      ffff gggg hhhh iiii\n")
        #expect(Paragraphs.filled("a b", to: nil) == "a b")
    }

    /// A page for every command, from the words of its help, in which nothing is taken for a request of roff.
    @Test func everyCommandHasAPageForMan() throws {
        let outline = try #require(CommandOutline.program())
        let names = outline.all.map(ManualPage.fileName)
        for name in [
            "keyshift.1", "keyshift-scan.1", "keyshift-status.1", "keyshift-ledger-verify.1", "keyshift-manual.1",
        ] {
            #expect(names.contains(name))
        }
        for command in outline.all {
            let page = ManualPage.text(of: command, version: "1.0.0", date: "2026-11-21")
            #expect(page.hasPrefix(".TH \"\(command.words.joined(separator: "-").uppercased())\" 1 "))
            let requests = Set(
                page.split(separator: "\n").filter { $0.hasPrefix(".") || $0.hasPrefix("'") }
                    .map { String($0.prefix { $0 != " " }) })
            #expect(requests.isSubset(of: [".TH", ".SH", ".B", ".BR", ".PP", ".TP"]), "\(requests)")
        }
        let program = try Executable()
        defer { program.remove() }
        #expect(
            try program.shell("mkdir man && $keyshift manual -o man && ls man | wc -l").output.hasSuffix(
                "\n\(names.count)\n"))
        #expect(try program.run("manual", "nothing").status == 64)
        #expect(try program.run("manual", "-o", "missing").status == 74)
    }
}
