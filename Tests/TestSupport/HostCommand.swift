import Foundation
import Testing

/// Runs a program of the host to its end, and requires that it succeeds.
package func runOnHost(_ command: String...) throws { try runOnHost(command) }

/// Runs a program of the host to its end, and requires that it succeeds.
package func runOnHost(_ command: [String]) throws {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = command
  try process.run()
  process.waitUntilExit()
  try #require(process.terminationStatus == 0, "\(command.joined(separator: " "))")
}
