import Testing

@testable import keyshift

/// What kubectl is told when it asks for completions, through a link of the name that it looks for.
struct PluginCompletionTests {
    private func lines(_ words: String...) throws -> [String] {
        let program = try #require(CommandOutline.program())
        return PluginCompletion(of: words, in: program).lines
    }

    @Test func commandsAreOfferedWithWhatTheyDo() throws {
        let all = try lines("")
        #expect(
            all.contains("status\tSay where every service and key stands, what may run now, and what waits until when.")
        )
        #expect(all.last == ":4")
        #expect(try lines("sta").count == 2)
        #expect(try lines("ledger", "ver").first?.hasPrefix("verify\t") == true)
        #expect(try lines("nothing", "") == [":4"])
    }

    @Test func optionsAndTheirValuesAreOffered() throws {
        #expect(try lines("status", "--wa").first?.hasPrefix("--watch\t") == true)
        #expect(
            try lines("status", "-o", "") == ["table", "json", "yaml", "csv", "markdown", "prometheus", "html", ":4"])
        #expect(try lines("status", "plan", "-o", "j") == ["json", ":4"])
        // What is hidden from help is hidden here.
        #expect(try lines("status", "--clo") == [":4"])
    }

    @Test func filesAndFoldersAreLeftToTheShell() throws {
        #expect(try lines("status", "") == [":16"])
        #expect(try lines("status", "--ledger", "") == [":0"])
        #expect(try lines("explain", "no-static").first == "no-static-source")
    }

    @Test func kubectlFindsItByItsName() throws {
        let program = try Executable()
        defer { program.remove() }
        let run = try program.shell(
            "ln -s $keyshift kubectl_complete-keyshift && ./kubectl_complete-keyshift status -o pro")
        #expect(run.status == 0)
        #expect(run.output == "prometheus\n:4\n")
        #expect(run.errors == "")
    }
}
