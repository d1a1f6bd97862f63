import Diagnostics
import ElementModel
import SystemPackage
import TestSupport
import Testing

@Test func everySubdirectoryOfTheSearchPathIsAnElement() throws {
  try withElements(["a/element-deps": "b\n c \n\n", "b/x": "", ".hidden/x": "", "README": ""]) {
    tree in
    #expect(tree.sorted.map(\.name) == [".hidden", "a", "b"])
    #expect(tree["a"]?.dependencies.map(\.name) == ["b", "c"])
    #expect(tree["a"]?.dependencies.last?.location.start == SourcePosition(line: 2, column: 2))
  }
}
