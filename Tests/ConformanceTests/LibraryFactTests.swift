import Sandbox
import SystemPackage
import TestSupport
import Testing

/// What hooks source and import of the builder.
@Suite(.requires(.root)) struct LibraryFactTests {
  @Test("C138 the files and functions of $_LIB can be used") func c138() async throws {
    let hook = FixtureFile.script(
      """
      . "$_LIB/die"; . "$_LIB/common-defaults"; . "$_LIB/img-defaults"; . "$_LIB/ramdisk-defaults"
      . "$_LIB/common-functions"; . "$_LIB/img-functions"; . "$_LIB/ramdisk-functions"
      for name in die mount_proc_dev_sys unmount_dir run_d check_element generate_hooks eval_run_d \\
          run_in_target run_d_in_target select_boot_kernel_initrd find_kernel_version \\
          create_ramdisk_base copy_required_libs finalise_image; do
          [ "$(type -t "$name")" = function ] || echo "$name" >> missing
      done
      [ -x "$DIB_RUN_PARTS" ] && [ -x "$_LIB/dib-run-parts" ]
      run_in_target 'echo "$HOME" > /etc/home'
      check_element test
      (false || die gone) 2> died || echo "$?" >> died
      """)
    try await ImageSite.with(["extra-data.d/50-use": hook]) { site in
      try await site.build()
      #expect(site.callers("missing") == nil)
      #expect(site.text("etc/home") == "/root\n")
      #expect(site.callers("died") == "gone\n1\n")
    }
  }

  @Test("C139 DIB_PYTHON_EXEC imports diskimage_builder.logging_config") func c139() async throws {
    let hook = FixtureFile.script(
      """
      sudo -E "$DIB_PYTHON_EXEC" - 2> logged <<'END'
      import logging, diskimage_builder.logging_config
      from diskimage_builder import paths
      diskimage_builder.logging_config.setup()
      logging.getLogger("x").info("a message")
      END
      """)
    try await ImageSite.with(["extra-data.d/50-use": hook]) { site in
      try await site.build()
      #expect(site.callers("logged")?.contains("a message") == true)
    }
  }
}
