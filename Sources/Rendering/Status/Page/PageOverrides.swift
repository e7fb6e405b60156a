import MigrationModel

/// The gates that were passed, each with its reason.
enum PageOverrides {
    static func text(_ facts: StatusFacts) -> String {
        let overrides = facts.overrides
        let rows = overrides.map { override in
            """
            <tr><td>\(HTMLText.time(override.at.text, override.at.words))</td><td>\(HTMLText.code(override.step))</td>\
            <td>\(override.gate.shortWords)</td><td class="reason">\(HTMLText.text(override.reason))</td>\
            <td>\(HTMLText.name("\(override.by.user)@\(override.by.host)"))</td></tr>

            """
        }
        let table = """
            <div class="scroll"><table><caption class="vh">Gates that were passed with a reason</caption>
            <thead><tr><th scope="col">When</th><th scope="col">Step</th><th scope="col">Gate</th><th scope="col">Reason</th>\
            <th scope="col">Who</th></tr></thead><tbody>\(rows.joined())</tbody></table></div>
            """
        return """
            <section id="overrides" aria-labelledby="overrides-title">
            <h2 id="overrides-title">Overrides <span class="count">\(Wording.grouped(overrides.count))</span></h2>
            \(overrides.isEmpty ? "<p class=\"none\">No gate was passed before it opened.</p>" : table)
            </section>

            """
    }
}
