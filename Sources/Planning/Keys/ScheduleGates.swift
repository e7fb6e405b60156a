import MigrationModel

/// Lengthens the wait before a key is deactivated until its rarest user has run with the new identity.
enum ScheduleGates {
    /// Gates for the services of a key: one for the longest gap between two runs, and one for whatever never runs by itself.
    ///
    /// A gap that the soak covers anyway adds nothing.
    static func gates(for members: [ServiceSelection.Member], soakHours: Int) -> [Gate] {
        var longest: (hours: Int, member: ServiceSelection.Member)?
        var gates: [Gate] = []
        for member in members.sorted(by: { $0.id < $1.id }) where !member.service.schedule.isEmpty {
            let schedule = member.service.schedule
            if member.service.isIdle {
                gates.append(
                    .approval(
                        reason: "\(member.id) is suspended: say that nobody resumes it with the key, or let it run once"
                    ))
            }
            guard let gap = CronSchedule(schedule)?.longestGap else {
                let reason =
                    "\(member.id) runs by the schedule \(schedule), which keyshift cannot read: say that it has run since"
                gates.append(.approval(reason: reason))
                continue
            }
            if gap > soakHours, gap > longest?.hours ?? 0 { longest = (gap, member) }
        }
        guard let longest else { return gates }
        let reason =
            "\(longest.member.id) runs by the schedule \(longest.member.service.schedule), up to \(words(longest.hours)) apart, "
            + "and has to have run with its new identity"
        return [.schedule(hours: longest.hours, reason: reason)] + gates
    }

    private static func words(_ hours: Int) -> String {
        hours % 24 == 0 ? "\(hours / 24) day\(hours == 24 ? "" : "s")" : "\(hours) hour\(hours == 1 ? "" : "s")"
    }
}
