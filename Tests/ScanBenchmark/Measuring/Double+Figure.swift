extension Double {
    /// The number with so many digits behind the point.
    func figure(_ digits: Int) -> String {
        let scale = (0..<digits).reduce(1.0) { factor, _ in factor * 10 }
        guard isFinite, abs(self) * scale < 1e15 else { return "-" }
        let scaled = Int((abs(self) * scale).rounded())
        let sign = self < 0 && scaled > 0 ? "-" : ""
        guard digits > 0 else { return "\(sign)\(scaled)" }
        let fraction = String(scaled % Int(scale))
        return "\(sign)\(scaled / Int(scale)).\(String(repeating: "0", count: digits - fraction.utf8.count))\(fraction)"
    }

    /// Seconds as milliseconds.
    var milliseconds: String { "\((self * 1000).figure(self < 0.1 ? 1 : 0)) ms" }
}
