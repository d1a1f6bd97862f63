import Reporting

/// The JSON schema of `tie-check.yaml`, for editors.
enum ConfigurationSchema {
  static var json: JSONValue {
    let keys = ConfigurationKey.all.reduce(JSONValue.object([])) { object, key in
      object.adding(key.name, nullable(key.schema.adding("description", .string(key.summary))))
    }
    return [
      "$schema": "http://json-schema.org/draft-07/schema#",
      "title": "Settings of tie-check",
      "type": "object",
      "additionalProperties": .bool(false),
      "properties": keys,
    ]
  }

  /// A key without a value says nothing.
  private static func nullable(_ schema: JSONValue) -> JSONValue {
    ["oneOf": .array([["type": "null"], schema])]
  }
}
