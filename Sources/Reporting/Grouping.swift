/// Values by key, keys in the order of their first values.
func grouped<Value>(
  _ values: [Value], by key: (Value) -> String
) -> [(key: String, values: [Value])] {
  var groups: [(key: String, values: [Value])] = []
  var indices: [String: Int] = [:]
  for value in values {
    let key = key(value)
    if let index = indices[key] {
      groups[index].values.append(value)
    } else {
      indices[key] = groups.count
      groups.append((key, [value]))
    }
  }
  return groups
}
