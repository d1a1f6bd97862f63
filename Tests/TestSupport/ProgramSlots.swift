import Glibc

/// Lets as many programs run at once as the host has processors: tests themselves all start together.
actor ProgramSlots {
  static let shared = ProgramSlots(sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) { free = max(1, count) }

  /// Takes a slot, which has to be given back with `release`.
  func acquire() async {
    guard free == 0 else { return free -= 1 }
    await withCheckedContinuation { waiting.append($0) }
  }

  /// Gives a slot to whoever has waited longest.
  func release() {
    guard waiting.isEmpty else { return waiting.removeFirst().resume() }
    free += 1
  }
}
