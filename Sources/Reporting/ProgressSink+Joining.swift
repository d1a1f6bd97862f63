import Diagnostics

extension ProgressSink {
  /// A sink that passes each event to all of `sinks`, in order.
  package init(joining sinks: [ProgressSink]) {
    self.init { event in
      for sink in sinks { sink.send(event) }
    }
  }
}
