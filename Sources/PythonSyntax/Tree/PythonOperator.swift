/// The operator of a unary, binary, boolean, comparing or assigning node.
package enum PythonOperator: UInt8, Sendable {
  case add, subtract, multiply, matrixMultiply, divide, floorDivide, modulo, power
  case leftShift, rightShift, bitAnd, bitOr, bitXor
  case plus, minus, invert, not
  case and, or
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  case `is`, isNot, `in`, notIn
}

/// How arguments reach a parameter.
package enum ParameterForm: UInt8, Sendable {
  case positionalOnly, ordinary, variadic, keywordOnly, keywords
}

/// What a type parameter stands for.
package enum TypeParameterForm: UInt8, Sendable {
  case type, tuple, specification
}
