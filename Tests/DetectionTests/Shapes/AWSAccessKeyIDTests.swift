import Testing

@testable import Detection

struct AWSAccessKeyIDTests {
    @Test(arguments: [
        ("ASIAQNZGKIQY56JQ7WML", "029608264753"), ("AKIASP2TPHJSQH3FJRUX", "171436882533"),
        ("ASIA37QFXJP5MQOWRZ6Q", "823571991546"), ("ASIA3ISBVQKHJOCMRQJH", "774305579662"),
        ("AKIARZPUZDIKAAAAAAAA", "123456789012"), ("AKIARTX3GSDSQAAAAAAA", "111122223333"),
        ("AKIAWO645SY5AAAAAAAA", "444455556666"), ("AKIAQAAAAAAAAAAAAAAA", "000000000000"),
    ])
    func decodesAccount(id: String, account: String) {
        #expect(AWSAccessKeyID.account(of: Array(id.utf8)[...]) == account)
    }

    @Test(arguments: [
        // The older format, in which the marker bit is 0 or the letters mean nothing.
        "AKIAIOSFODNN7EXAMPLE", "AKIAJABCDEFGHIJKLMNO",
        // The marker bit is 0.
        "AKIAPZPUZDIKAAAAAAAA",
        // Not base32.
        "AKIAI44QH8DHBEXAMPLE", "AKIAR1PUZDIKAAAAAAAA",
        // More than 12 digits.
        "AKIA7777777777777777", "AKIA",
    ])
    func refusesToGuess(id: String) {
        #expect(AWSAccessKeyID.account(of: Array(id.utf8)[...]) == nil)
    }

    @Test func knowsPlausibleBodies() {
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" {
            let isPlausible = AWSAccessKeyID.isPlausible(Array("AKIA\(letter)ZPUZDIKAAAAAAA".utf8)[...])
            #expect(isPlausible == "IJQRSTUVWXYZ234567".contains(letter), "\(letter)")
        }
    }
}
