import Documents
import Testing

struct INIFileTests {
  @Test func optionsAreFoundInTheirSection() {
    let file = INIFile(parsing: "[a]\nX = 1\n[b]\ny: 2 # 3\n")
    #expect(file.options(in: "a") == ["x": "1"])
    #expect(file.options(in: "b") == ["y": "2 # 3"])
    #expect(file.hasSection("b") && !file.hasSection("c"))
  }

  @Test func indentedLinesContinueAValue() {
    let file = INIFile(parsing: "[a]\nx =\n  1\n# no\n  ; no\n\n  2\ny = 3\n")
    #expect(file.options(in: "a") == ["x": "\n1\n2", "y": "3"])
  }
}
