import Glibc

extension String {
    /// Whether a word is in it, byte by byte; `contains` prepares a search that costs more than most searches here.
    func holds(_ word: String) -> Bool {
        withCString { text in word.withCString { strstr(text, $0) != nil } }
    }
}
