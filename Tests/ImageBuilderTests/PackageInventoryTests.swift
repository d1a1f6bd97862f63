import Sandbox
import SystemPackage
import TestSupport
import Testing

@testable import ImageBuilder

@Suite struct PackageInventoryTests {
  @Test func installedPackagesAreListedInOrder() {
    let inventory = PackageInventory(parsing: [
      "installed\tzlib1g\t1:1.2.13\tamd64\tzlib", "config-files\told\t1\tall\told",
      "installed\tbase-files\t12.4\tamd64\tbase-files", "installed\tzlib1g\t1:1.2.13\ti386\tzlib",
      "a warning", "installed\tgpg-pubkey\t1-2\t(none)\t(none)",
    ])
    #expect(
      inventory.packages.map { "\($0.name) \($0.version) \($0.architecture) \($0.source)" } == [
        "base-files 12.4 amd64 base-files", "zlib1g 1:1.2.13 amd64 zlib",
        "zlib1g 1:1.2.13 i386 zlib",
      ])
  }

  @Test func listIsWrittenAsJSON() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending("packages.json")
      try PackageInventory(parsing: ["installed\ta\t1\tall\ts"]).write(to: file)
      #expect(
        String(decoding: try file.contents(), as: UTF8.self) == """
          {
            "packages" : [
              {
                "architecture" : "all",
                "name" : "a",
                "source" : "s",
                "version" : "1"
              }
            ]
          }

          """)
    }
  }
}
