import ImageBuilder
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// What elements source and import of the builder, from within hooks (dib-contract section 8).
@Suite(.requires(.root)) struct ShellLibraryTests {
  /// Builds with a hook of `extra-data.d` and the library of this repository.
  private func output(
    _ hook: String, _ files: [String: FixtureFile] = [:], variables: [String: String] = [:]
  ) async throws -> [String] {
    var output: [String] = []
    try await BuildFixture.with { fixture in
      var all = files
      all["extra-data.d/50-use"] = .script(hook)
      try await fixture.build(all, variables: variables) {
        $0.library = Checkout.root.appending("lib")
      }
      output = fixture.output
    }
    return output.compactMap {
      $0.hasPrefix("extra-data.d/50-use: ") ? String($0.dropFirst(21)) : nil
    }
  }

  private static let functions = [
    "common-functions":
      "mount_dev_pts_options mount_proc_dev_sys unmount_dir run_d check_break check_element "
      + "generate_hooks eval_run_d mk_build_dir tmpfs_check finish_image save_image "
      + "kill_chroot_processes cleanup_build_dir cleanup_image_dir arg_to_elements create_base",
    "img-functions":
      "select_boot_kernel_initrd run_in_target run_d_in_target unmount_image finalise_base "
      + "compress_and_save_image trap_cleanup do_extra_package_install",
    "ramdisk-functions":
      "find_kernel_version create_ramdisk_base populate_lib populate_busybox populate_init "
      + "populate_udev finalise_image copy_required_libs busybox_list",
    "die": "die _ps4 get_image_element_array",
  ]

  @Test(arguments: functions.sorted { $0.key < $1.key }.map(\.key))
  func filesDefineTheFunctionsThatElementsCall(_ file: String) async throws {  // C138
    let names = try #require(Self.functions[file])
    let lines = try await output(
      """
      . "$_LIB/common-defaults"; . "$_LIB/img-defaults"; . "$_LIB/ramdisk-defaults"
      . "$_LIB/\(file)"
      for name in \(names); do [ "$(type -t "$name")" = function ] || echo "no $name"; done
      echo "$ARCH $FS_TYPE $TMP_IMAGE_PATH"
      """)
    #expect(lines == ["amd64 ext4 /tmp/ramdisk.img"])
  }

  @Test func commandsRunInTheImageAndMountsEnd() async throws {
    let lines = try await output(
      """
      . "$_LIB/common-functions"; . "$_LIB/img-functions"; . "$_LIB/ramdisk-functions"
      for program in sort mktemp dirname; do
          program=$(type -P "$program")
          cp -L "$program" "$TMP_MOUNT_PATH/bin/"; copy_required_libs "$program"
      done
      run_in_target 'echo $HOME' '> /etc/from-target'
      cat "$TMP_MOUNT_PATH/etc/from-target"
      mkdir -p other/{proc,sys,dev}; ln -s other link
      mount_proc_dev_sys "$PWD/other"
      grep -c "$PWD/other" /proc/mounts
      unmount_dir link
      grep -c "$PWD/other" /proc/mounts || true
      check_element test && ! check_element missing
      run_d_in_target install
      find "$TMP_MOUNT_PATH/tmp" -mindepth 1
      arg_to_elements a b
      """,
      ["install.d/10-mark": .script("echo marked")])
    #expect(lines.prefix(3) == ["/root", "4", "0"])
    #expect(lines.contains("element missing is not part of this image"))
    #expect(lines.contains("marked"))
    #expect(lines.last == "base fake-os test a b")
    #expect(!lines.contains { $0.contains("in_target.d") && $0.contains("/mnt/tmp") })
  }

  @Test(arguments: [
    ("etc/redhat-release", "vmlinuz-9 vmlinuz-10 vmlinuz-11-debug", "vmlinuz-10 initramfs-10.img"),
    (
      "etc/redhat-release", "vmlinuz-9.PAE vmlinuz-10 vmlinuz-11.PAE-debug",
      "vmlinuz-9.PAE initramfs-9.PAE.img"
    ),
    (
      "etc/debian_version", "vmlinuz-9 vmlinuz-10 initrd.img-9 initrd.img-10",
      "vmlinuz-10 initrd.img-10"
    ),
    (
      "etc/debian_version", "vmlinuz-9-generic vmlinuz-10 initrd.img-9-generic initrd.img-10",
      "vmlinuz-9-generic initrd.img-9-generic"
    ),
    (
      "etc/gentoo-release", "vmlinuz-9 vmlinuz-10 initramfs-9 initramfs-10",
      "vmlinuz-10 initramfs-10"
    ),
    ("etc/other", "vmlinuz-9 initrd-9", "none"),
  ])
  func kernelAndRamdiskAreChosenByFamily(
    _ mark: String, _ files: String, _ expected: String
  ) async throws {
    let lines = try await output(
      """
      . "$_LIB/img-functions"
      mkdir -p root/{etc,boot}; touch root/\(mark); (cd root/boot; touch \(files))
      if select_boot_kernel_initrd root 2> /dev/null; then echo "$KERNEL $RAMDISK"; else echo none; fi
      """)
    #expect(lines == [expected])
  }

  @Test(arguments: [
    "etc/redhat-release", "etc/debian_version", "etc/SuSE-release", "etc/gentoo-release", "etc/x",
  ])
  func aMissingKernelIsToldOfEvenWithErrexit(_ mark: String) async throws {
    let lines = try await output(
      """
      . "$_LIB/img-functions"
      mkdir -p root/{etc,boot}; touch root/\(mark)
      bash -euo pipefail -c '. "$_LIB/img-functions"; select_boot_kernel_initrd root; echo no' \
          || echo "status $?"
      """, variables: ["KERNEL": "stale", "RAMDISK": "stale"])
    #expect(lines == ["no kernel with its ramdisk in root/boot", "status 1"])
  }

  @Test func patternsDecideAboutTheKernelBeforeFamilies() async throws {
    let lines = try await output(
      """
      . "$_LIB/img-functions"
      mkdir -p root/{etc,boot}; touch root/etc/redhat-release root/boot/{k-2,k-10,r-2,r-10}
      select_boot_kernel_initrd root; echo "$BOOTDIR $KERNEL $RAMDISK"
      """,
      variables: [
        "DIB_BAREMETAL_KERNEL_PATTERN": "k-*", "DIB_BAREMETAL_INITRD_PATTERN": "r-*",
      ])
    #expect(lines == ["root/boot k-10 r-10"])
  }

  @Test func aRamdiskIsPackedOfWhatIsThere() async throws {
    let lines = try await output(
      """
      export TMP_MOUNT_PATH=$PWD/tree TMP_IMAGE_PATH=$PWD/ramdisk.img
      mkdir -p system/lib/modules/{6.1,6.10} parts; echo 'echo part' > parts/50-x
      MODULE_ROOT=system INIT_D=parts
      . "$_LIB/ramdisk-defaults"; . "$_LIB/ramdisk-functions"
      find_kernel_version
      create_ramdisk_base; populate_init; copy_required_libs /bin/true
      finalise_image
      zcat ramdisk.img | cpio --list --quiet | grep -e '^init$' -e dev/console -e libc.so
      grep -x 'echo part' tree/init
      """)
    #expect(lines.first == "6.10")
    #expect(lines.contains("init") && lines.contains("dev/console") && lines.contains("echo part"))
    #expect(lines.contains { $0.hasSuffix("libc.so.6") })
  }

  @Test func diePrintsAndKeepsTheStatus() async throws {
    let lines = try await output(
      """
      (false || die gone) || echo "status $?"
      . "$_LIB/die"; (die fine); echo "status $?"
      set -x; PS4='$(_ps4)'; : traced
      """)
    #expect(lines.prefix(4) == ["gone", "status 1", "fine", "status 0"])
    #expect(lines.contains { $0.contains("extra-data.d/50-use:") && $0.hasSuffix(": traced") })
  }

  @Test func thePythonPackageIsThereForHooks() async throws {  // C139
    let lines = try await output(
      """
      sudo -E "$DIB_PYTHON_EXEC" - <<'END'
      import logging, diskimage_builder.logging_config as config
      from diskimage_builder import paths
      from diskimage_builder.element_dependencies import get_elements
      config.setup()
      logging.getLogger("x").info("logged")
      paths.show_path("lib"); print(); paths.show_path("elements"); print()
      print([name for name, path in get_elements(["test", "fake-os"])])
      END
      element-info test fake-os
      element-info fake-os nothing || echo "status $?"
      eval "$(element-info --env fake-os test)"
      declare -A paths="($(get_image_element_array))"
      [ -d "${paths[test]}" ]; echo "$IMAGE_ELEMENT"
      """)
    #expect(lines.contains { $0.hasSuffix("INFO x [-] logged") })
    #expect(lines.contains(Checkout.root.appending("lib").string))
    #expect(lines.contains(Checkout.elements.string))
    #expect(lines.contains("['test', 'fake-os']"))
    #expect(lines.contains("test fake-os") && lines.contains("fake-os test"))
    #expect(lines.contains("element-info: there is no element 'nothing'"))
    #expect(lines.contains("status 1"))
  }
}
