import SystemPackage
import Testing

@testable import Commands

struct CacheLocationTests {
  @Test func defaultsAreInTheHomeDirectory() {
    let location = location(["HOME": "/home/user"])
    #expect(location.layers == "/home/user/.cache/tie-check")
    #expect(location.downloads == "/home/user/.cache/image-create")
    #expect(location.locks == "/home/user/.cache/dib/lockfiles")
  }

  @Test func variablesGoBeforeDefaults() {
    #expect(location(["XDG_CACHE_HOME": "/caches"]).layers == "/caches/tie-check")
    #expect(
      location(["TIE_CHECK_CACHE": "layers", "XDG_CACHE_HOME": "/c"]).layers == "/work/layers")
    #expect(location(["DIB_IMAGE_CACHE": "../down"]).downloads == "/down")
    #expect(location(["DIB_LOCKFILES": "/locks"]).locks == "/locks")
  }

  @Test func emptyVariableIsUnset() {
    #expect(location(["TIE_CHECK_CACHE": "", "HOME": "/h"]).layers == "/h/.cache/tie-check")
  }

  private func location(_ variables: [String: String]) -> CacheLocation {
    CacheLocation(
      ProcessEnvironment(
        variables: variables, workingDirectory: "/work", executable: "/bin/tie-check"))
  }
}
