import Diagnostics
import ElementModel
import SystemPackage
import TestSupport
import Testing

@testable import Commands

struct RunPropertiesTests {
  @Test func propertiesTellRunsApart() throws {
    let variables = ["ARCH": "arm64", "SOURCE_DATE_EPOCH": "1700000000"]
    try withEnvironment(["elements/foo/element-deps": ""], variables) { environment in
      var request = CheckRequest(elements: ["foo"], reportFolder: "/report")
      request.base = "fake-os"
      let paths = ["elements", "data/elements"].map { environment.absolute($0) }
      let tree = try ElementTree.discover(in: paths)
      let properties = RunProperties(request, environment, tree).all
      let values = Dictionary(uniqueKeysWithValues: properties.map { ($0.name, $0.value) })
      #expect(values["tie-check"] == ProgramVersion.text)
      #expect(values["host"]?.hasPrefix("Linux ") == true)
      #expect(values["architecture"] == "arm64")
      #expect(values["base"] == "fake-os")
      #expect(values["elements-path"] == "elements:data/elements")
      #expect(values["SOURCE_DATE_EPOCH"] == "1700000000")
    }
  }
}
