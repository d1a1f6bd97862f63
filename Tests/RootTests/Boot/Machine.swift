import Sandbox
import SystemPackage
import TestSupport
import Testing

/// A command of the host that is a virtual machine: its output is a console.
struct Machine {
  let command: [String]
  let limit: Duration

  /// Waits for the machine to switch itself off. It ends with the test, however that ends.
  func run() async throws -> Console {
    let lines = LineLog()
    var spec = SandboxSpec(root: .host, arguments: command, timeout: limit)
    spec.environment = ["PATH": "/usr/bin:/bin", "HOME": "/tmp"]
    spec.gracePeriod = .zero
    _ = try await SandboxLauncher().run(spec) { lines.add($0.text) }
    return Console(lines.all.map { $0.filter { $0 != "\r" } })
  }
}

/// User-mode Linux: no firmware and no boot loader, but the image's system as it is. Starts from a
/// script on the host, which mounts the image's root.
struct UserModeLinux {
  /// The device of the root.
  let root: String

  func boot(_ image: FilePath) async throws -> Console {
    let script = FilePath(#filePath).removingLastComponent().removingLastComponent()
      .appending("Fixtures/mount-and-boot")
    let command = [
      "linux.uml", "mem=768M", "ubd0=\(image)", "root=none", "rootfstype=hostfs", "rootflags=/",
      "ro", "init=\(script)", "IMAGE_ROOT=\(root)", "con=null", "con0=null,fd:1", "console=tty0",
      "uml_dir=\(image.removingLastComponent())", "quiet", "systemd.show_status=0",
    ]
    return try await Machine(command: command, limit: .seconds(180)).run()
  }
}

/// QEMU with an image's own boot loader and kernel.
struct Emulator {
  enum Firmware: CaseIterable { case bios, uefi }

  private let firmware: Firmware

  init(_ firmware: Firmware) { self.firmware = firmware }

  /// Emulates the processor unless a guest really starts without that: a device node says nothing.
  func boot(_ image: FilePath) async throws -> Console {
    let probe = try await machine(image, "kvm", limit: .seconds(25)).run()
    return try await probe.hasBooted
      ? probe : machine(image, "tcg,thread=multi", limit: .seconds(400)).run()
  }

  private func machine(_ image: FilePath, _ accelerator: String, limit: Duration) -> Machine {
    let code =
      firmware == .uefi
      ? ["-drive", "if=pflash,format=raw,readonly=on,file=/usr/share/OVMF/OVMF_CODE.fd"] : []
    let command = [
      "qemu-system-x86_64", "-accel", accelerator, "-m", "1024", "-smp", "2", "-display", "none",
      "-serial", "stdio", "-monitor", "none", "-nic", "none", "-no-reboot", "-drive",
      "file=\(image),if=virtio,format=\(image.extension ?? "raw"),snapshot=on",
    ]
    return Machine(command: command + code, limit: limit)
  }
}
