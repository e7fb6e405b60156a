import MigrationModel
import Testing

@testable import Detection

struct LookAlikeRulesTests {
    @Test(arguments: [
        ("AKIAIOSFODNN7EXAMPLE", LookAlike.documentation), ("ASIAIOSFODNN7EXAMPLE", .documentation),
        ("AKIAI44QH8DHBEXAMPLE", .documentation), ("AKIARZPUZEXAMPLEEN7O", .documentation),
        ("AKIAXXXXXXXXXXXXXXXX", .placeholder), ("AKIA0000000000000000", .placeholder),
        ("AKIA1234567890ABCDEF", .placeholder), ("AKIAABCDEFGHIJKLMNOP", .placeholder),
        ("AKIAQWERTYUIOPASDFGH", .placeholder), ("AKIAYOURACCESSKEYIDX", .placeholder),
        ("AKIAREPLACETHISVALUE", .placeholder), ("AKIATESTZPUZDIKHKKEN", .placeholder),
        ("AKIARZPUZDIKHKKEFAKE", .placeholder), ("AKIA<your-key>", .placeholder), ("AKIA...", .placeholder),
        ("AKIA****************", .placeholder), ("AKIA${SUFFIX}", .template), ("AKIA{{ .Values.suffix }}", .template),
        ("AKIARZPUZDIKHKKEN7O0", .alphabet), ("AKIArzpuzdikhkken7o4", .alphabet), ("AKIARZPUZDIKHKKENa24", .alphabet),
        ("ASIAPACIFICNORTHEAST", .word), ("ASIASOUTHEASTREGIONS", .word), ("ASIANDEVELOPMENTBANK", .word),
        ("ASIAMINORLANGUAGESOF", .word), ("AKIAKZPUZDIKHKKENQOR", .word),
    ])
    func setsAside(text: String, reason: LookAlike) {
        let found = keySightings(in: FieldCollection(["AWS_ACCESS_KEY_ID": text]))
        #expect(found.matches == [])
        #expect(found.lookAlikes == [reason: 1])
    }

    @Test(arguments: [
        "AKIARZPUZDIKAAAAAAAA", "AKIARZPTESTIKHKKEN7O", "AKIARZPUZABCDEKHKKEN", "AKIARZPUZDIKXXXXX7O4",
        "AKIAZPUZDIKHKKENQORT", "AKIASYDNEYHKKENZQORT",
    ])
    func keepsWhatOnlyComesClose(text: String) {
        let found = keySightings(in: FieldCollection(["AWS_ACCESS_KEY_ID": text]))
        #expect(found.ids == [text])
        #expect(found.lookAlikes == [:])
    }

    @Test func keepsDefaultInsideTemplate() {
        let found = keySightings(in: FieldCollection(text: "key=${AWS_KEY:-\(TestKeys.id)} {{ \"\(TestKeys.id)\" }}"))
        #expect(found.ids == [TestKeys.id])
    }

    /// Random ids of real accounts are not set aside: the rules' promises, checked together.
    @Test func keepsRandomIDs() {
        var generator = SeededGenerator(seed: 5)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        for _ in 0..<5_000 {
            let body = (0..<16).map { alphabet[Int(generator.next() >> 59) | ($0 == 0 ? 16 : 0)] }
            let token = SuspectedToken(kind: .awsAccessKey, text: Array("AKIA".utf8) + body, range: 0..<20)
            #expect(LookAlikeRules.reason(for: token) == nil)
        }
    }

    /// A canary is bait however its letters look.
    @Test func neverDropsCanary() {
        for id in TestKeys.canaries + ["AKIAQYLPMN5HAXXXXXXX", "AKIAQYLPMN5HABCDEFGH", "AKIAQYLPMN5HCHANGEME"] {
            for fields in [FieldCollection(["note": id]), FieldCollection(["k": id, "s": TestKeys.secret])] {
                let found = keySightings(in: fields)
                #expect(found.ids == [id])
                #expect(found.matches.map(\.nature) == [.bait])
            }
        }
    }

    @Test func countsEachOncePerPath() {
        let found = keySightings(
            in: FieldCollection(["a": "AKIAIOSFODNN7EXAMPLE AKIAIOSFODNN7EXAMPLE", "b": "AKIAIOSFODNN7EXAMPLE"]))
        #expect(found.lookAlikes == [.documentation: 2])
    }
}
