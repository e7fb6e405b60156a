import Glibc
import MigrationModel
import Rendering

/// Writes what happens, slowly enough to be read where somebody watches.
struct DemoScreen {
    private let setting: RenderSetting
    private let pause: UInt32
    private var row: DemonstrationRow?

    /// - Parameter isPaced: whether a terminal is given time between lines.
    init(isPaced: Bool) {
        let terminal = Terminal.current()
        setting = terminal.setting([])
        pause = isPaced && terminal.width != nil ? 350_000 : 0
    }

    /// Writes lines at once.
    mutating func write(_ lines: (RenderSetting) -> String) {
        flush()
        StandardStreams.writeOutput(lines(setting))
        usleep(pause)
    }

    /// Adds a step to the line of its service; the line is written when another one begins.
    mutating func add(_ step: Step, of plan: Plan, day: Int, isDone: Bool) {
        let begun = DemonstrationRow(step, of: plan, day: day)
        if row?.day != begun.day || row?.phase != begun.phase || row?.subject != begun.subject { flush() }
        row = row ?? begun
        row?.deeds.append(.init(DemonstrationRow.words(for: step.action), isDone: isDone))
    }

    /// Adds a sentence below the line.
    mutating func remark(_ words: String) { row?.remarks.append(words) }

    mutating func flush() {
        guard let row else { return }
        self.row = nil
        StandardStreams.writeOutput(DemonstrationLines.row(row, setting))
        usleep(pause)
    }
}
