import Diagnostics

/// A value, and who chose it.
struct Setting<Value: Sendable>: Sendable {
  var value: Value
  var origin: SettingOrigin

  init(_ value: Value, from origin: SettingOrigin) {
    self.value = value
    self.origin = origin
  }
}

extension Setting where Value: RangeReplaceableCollection {
  /// This list with another one behind it.
  func adding(_ other: Setting?) -> Setting {
    Setting(value + (other?.value ?? Value()), from: origin)
  }
}

/// Who chose a value.
enum SettingOrigin: Sendable, Equatable {
  case commandLine
  case file(SourceLocation)
}
