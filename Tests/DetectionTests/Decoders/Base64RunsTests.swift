import StructuredText
import Testing

@testable import Detection

struct Base64RunsTests {
    /// What the vector path and the portable one find, which must be the same.
    private func runs(in text: String) -> [String] {
        let found = [Base64Runs(), Base64Runs(usesVectors: false)].map { runs(in: text, $0) }
        #expect(found[0] == found[1])
        return found[0]
    }

    private func runs(in text: String, _ runs: Base64Runs) -> [String] {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var (position, found, joined) = (0, [String](), [UInt8]())
            while let run = runs.next(in: bytes, from: position, joined: &joined) {
                position = run.upperBound
                Base64Runs.withDigits(of: run, in: bytes, joined: joined) { digits in
                    found.append("\(run.lowerBound) \(String(copying: digits))")
                }
            }
            return found
        }
    }

    private let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

    @Test func findsRunsFromTheShortestOn() {
        let shortest = String(digits.prefix(24))
        #expect(runs(in: "") == [])
        #expect(runs(in: shortest) == ["0 \(shortest)"])
        #expect(runs(in: String(digits.prefix(23))) == [])
        #expect(runs(in: "a=\(shortest) \(digits)") == ["2 \(shortest)", "27 \(digits)"])
        #expect(runs(in: "\(digits.prefix(20)).\(digits.prefix(20))") == [])
    }

    /// Wherever the run begins, the step over windows does not miss it.
    @Test func findsRunsAtEveryOffset() {
        for offset in 0...60 {
            let before = String("ab.cdefg.".repeated(to: offset).dropLast(offset > 0 ? 1 : 0)) + (offset > 0 ? " " : "")
            #expect(runs(in: before + digits + ".") == ["\(offset) \(digits)"])
        }
    }

    @Test(arguments: ["\n", "\r\n", "\n  ", "\n\t", "\\n", "\\r\\n"])
    func joinsLines(lineBreak: String) {
        let last = String(digits.prefix(10))
        #expect(runs(in: "\(digits)\(lineBreak)\(digits)\(lineBreak)\(last) ") == ["0 \(digits)\(digits)\(last)"])
        #expect(runs(in: "x\(digits)\(lineBreak)\(digits)\(lineBreak)\(last) ") == ["0 x\(digits)\(digits)\(last)"])
        let odd = String(digits.prefix(43))
        #expect(runs(in: "\(odd)\(lineBreak)\(odd)\(lineBreak)\(last)") == ["0 \(odd)\(odd)\(last)"])
    }

    @Test func joinsNoOtherLines() {
        let odd = String(digits.prefix(43))
        let longer = digits + "AAAA"
        #expect(runs(in: "\(odd)\nabc") == ["0 \(odd)"])
        #expect(runs(in: "\(digits)\n\(longer)") == ["0 \(digits)", "65 \(longer)"])
        #expect(runs(in: "\(digits)\n\n\(digits)") == ["0 \(digits)", "66 \(digits)"])
        #expect(runs(in: "\(digits)\nabcd\nabcd") == ["0 \(digits)abcd"])
        #expect(runs(in: "\(digits)\n") == ["0 \(digits)"])
    }
}

extension String {
    fileprivate func repeated(to length: Int) -> String {
        String(String(repeating: self, count: length / count + 1).prefix(length))
    }
}
