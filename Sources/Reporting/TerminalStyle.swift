/// Whether and how text on a terminal is coloured.
package struct TerminalStyle: Sendable, Equatable {
  package let isColoured: Bool

  package static let plain = TerminalStyle(isColoured: false)
  package static let coloured = TerminalStyle(isColoured: true)

  private init(isColoured: Bool) { self.isColoured = isColoured }

  /// The style for one output: an explicit choice wins; otherwise only a terminal that can show
  /// colours gets them, and none when `NO_COLOR` is set to anything (https://no-color.org).
  package init(_ choice: ColorChoice, isTerminal: Bool, noColor: String?, term: String?) {
    switch choice {
    case .always: isColoured = true
    case .never: isColoured = false
    case .auto: isColoured = isTerminal && (noColor ?? "").isEmpty && term != "dumb"
    }
  }

  /// What a piece of text means.
  package enum Role: Sendable {
    case success, failure, warning, heading, aside
  }

  /// The text in the colours of its role, or as it is.
  package func apply(_ role: Role, _ text: String) -> String {
    isColoured ? "\u{1b}[\(code(role))m\(text)\u{1b}[0m" : text
  }

  private func code(_ role: Role) -> String {
    switch role {
    case .success: "32"
    case .failure: "1;31"
    case .warning: "33"
    case .heading: "1"
    case .aside: "2"
    }
  }
}

/// The value of `--color`.
package enum ColorChoice: String, Sendable, CaseIterable {
  case auto, always, never
}
