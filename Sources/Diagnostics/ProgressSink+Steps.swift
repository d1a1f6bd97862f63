extension ProgressSink {
  /// Runs `body` as a step of `subject`: tells that it starts, and how it ended after how long.
  public func step<Value>(
    _ subject: String, _ title: String, _ body: () async throws -> Value
  ) async throws -> Value {
    let start = ContinuousClock.now
    send(subject, .stepStarted(title: title))
    func finish(_ outcome: ProgressEvent.Outcome) {
      let duration = ContinuousClock.now - start
      send(subject, .stepFinished(title: title, outcome: outcome, duration: duration))
    }
    do {
      let value = try await body()
      finish(.done)
      return value
    } catch {
      finish(.failed(error is CancellationError ? "interrupted" : "\(error)"))
      throw error
    }
  }
}
