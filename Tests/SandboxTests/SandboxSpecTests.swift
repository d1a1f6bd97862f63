import SystemPackage
import Testing

@testable import Sandbox

struct SandboxSpecTests {
  private func steps(_ root: SandboxSpec.Root, _ mounts: [Mount] = []) -> [String] {
    SandboxSpec(root: root, mounts: mounts).setupSteps.map(\.description)
  }

  @Test func hostRootIsNotLeft() {
    #expect(steps(.host) == ["make the mounts private"])
  }

  @Test func otherRootReplacesTheHostsTreeLast() {
    #expect(
      steps(.directory("/r"), [.proc, .bind(source: "/c", target: "/var/cache")]) == [
        "make the mounts private", "bind /r on /", "mount proc on /proc",
        "bind /c on /var/cache", "leave the host's tree",
      ])
  }

  @Test func placeInsideABaseIsNamedInFull() {
    let steps = steps(.host, [Mount(.proc, at: "/proc", in: "/build/mnt")])
    #expect(steps.last == "mount proc on /build/mnt/proc")
  }

  @Test func singleReadOnlyLayerIsBound() {
    let spec = SandboxSpec(root: .overlay(Overlay(lower: ["/layer"])))
    #expect(
      spec.setupSteps[1]
        == .bind(source: "/layer", at: nil, isReadOnly: true, isRecursive: false))
  }

  @Test func userNamespaceGetsTheOverlayOptionsItMayUse() {
    let overlay = Overlay(lower: ["/a"], upper: "/u", work: "/w")
    var spec = SandboxSpec(root: .overlay(overlay))
    let privileged = "redirect_dir=on,index=off,metacopy=off,xino=on"
    #expect(spec.setupSteps[1] == .overlay(overlay, at: nil, options: privileged))
    spec.userMapping = UserMapping(users: [], groups: [])
    #expect(spec.setupSteps[1] == .overlay(overlay, at: nil, options: "userxattr,xino=on"))
  }

  @Test func devicesAreMadeOneByOne() {
    let steps = steps(.host, [.devices])
    #expect(steps[1] == "mount tmpfs on /dev")
    #expect(steps.contains("make device /dev/null"))
    #expect(steps.contains("mount devpts on /dev/pts"))
    #expect(steps.last == "make symbolic link /dev/stderr")
  }

  @Test func commandNameIsLookedUpInThePayloadsPath() {
    #expect(NativeSpec.candidates(for: "ls", path: "/a:/b") == ["/a/ls", "/b/ls"])
    #expect(NativeSpec.candidates(for: "./ls", path: "/a") == ["./ls"])
    #expect(NativeSpec.candidates(for: "ls", path: nil).last == "/bin/ls")
  }

  @Test func waitStatusTellsExitFromSignal() {
    #expect(SandboxResult.Termination(waitStatus: 3 << 8) == .exited(3))
    #expect(SandboxResult.Termination(waitStatus: 9) == .signalled(9))
    #expect(SandboxResult.Termination(waitStatus: 0x8B) == .signalled(11))
  }
}
