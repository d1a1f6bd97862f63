import Glibc
import SystemPackage

/// A layer store that all tests of this process share, so that the fake operating system is deployed
/// once. It is gone when the process ends.
package enum TemporaryLayers {
  package static let folder: FilePath = {
    atexit { removeTree(TemporaryLayers.folder) }
    return (try? makeTemporaryFolder()) ?? "/tmp/tie-check-tests-layers"
  }()
}
