import Diagnostics
import Reporting

/// A key of a configuration file: what it is for, what it takes, and how it is read and shown.
struct ConfigurationKey: Sendable {
  let name: String
  /// One sentence for people who write such a file.
  let summary: String
  /// The part of the JSON schema for its value.
  let schema: JSONValue
  let read: @Sendable (ConfigurationValue, inout LintConfiguration) throws(InputError) -> Void
  /// The value as it can be written in such a file; nothing when it is not set.
  let shown: @Sendable (LintConfiguration) -> Setting<JSONValue>?

  /// A key whose value `read` makes and `show` writes.
  init<Value>(
    _ name: String, _ summary: String, _ schema: JSONValue,
    _ property: WritableKeyPath<LintConfiguration, Setting<Value>?> & Sendable,
    read: @escaping @Sendable (ConfigurationValue) throws(InputError) -> Value,
    show: @escaping @Sendable (Value) -> JSONValue
  ) {
    self.name = name
    self.summary = summary
    self.schema = schema
    self.read = { value, configuration throws(InputError) in
      configuration[keyPath: property] = Setting(try read(value), from: .file(value.location))
    }
    shown = { configuration in
      configuration[keyPath: property].map { Setting(show($0.value), from: $0.origin) }
    }
  }
}
