import CSandbox
internal import SystemPackage

/// Collects what a fanotify descriptor reports.
final class OpenedFiles {
  private let descriptor: OwnedDescriptor
  private var paths: Set<String> = []
  private var isComplete = true

  init(_ descriptor: OwnedDescriptor) { self.descriptor = descriptor }

  var number: Int32 { descriptor.number }

  /// Takes what has been reported so far; events hold files open, so this must not wait long.
  func drain() {
    let context = Unmanaged.passUnretained(self).toOpaque()
    let failure = tie_read_opened(descriptor.number, context) { context, path, length in
      guard let context else { return }
      let bytes = UnsafeRawBufferPointer(start: path, count: length)
      Unmanaged<OpenedFiles>.fromOpaque(context).takeUnretainedValue()
        .paths.insert(String(decoding: bytes, as: UTF8.self))
    }
    if failure != 0 { isComplete = false }
  }

  /// Everything opened, sorted; nothing when events were lost.
  var result: [FilePath]? { isComplete ? paths.sorted().map { FilePath($0) } : nil }
}
