import Diagnostics
import ElementModel
import Foundation
import ImageBuilder
import SystemPackage
import TestSupport
import Testing

/// What is planned for which elements.
@Suite struct RootfsPlannerTests {
  private static let elements: [String: FixtureFile] = [
    "os/environment.d/30-unused": "export PLACE=${IMAGE_NAME}.d\n",
    "os/environment.d/40-guard": "[ -n \"$ARCH\" ] || exit 1\n",
    "os/element-provides": "operating-system\n",
    "os/root.d/08-deploy": .executable("#!/bin/bash\necho $DIB_RELEASE\n"),
    "os/environment.d/10-os": "export DISTRO_NAME=sample\n",
    "web/element-deps": "tools\n",
    "web/install.d/50-web": .executable(),
    "web/install.d/not-executable": "#!/bin/bash\n",
    "web/install.d/60-web.sh": .executable(),
    "web/environment.d/20-web": "export DIB_WEB_PORT=80\n",
    "tools/install.d/9-tools": .executable(),
    "tools/bin/tool": .executable(),
    "release/environment.d/05-release": "export DIB_RELEASE=next\n",
  ]

  @Test func thePlanIsPrintedForPeople() throws {
    try withElements(Self.elements) { tree in
      try expectGolden(PlanPrinter().text(of: try plan(["os", "web"], tree)), "web.plan")
    }
  }

  @Test func extraPackagesComeBetweenInstallAndPostInstall() throws {
    try withElements(Self.elements) { tree in
      var request = BuildRequest.sample(searchPath: tree.searchPath)
      request.extraPackages = ["vim", "less"]
      let plan = try RootfsPlanner(request).plan(try ElementResolver(tree).resolve(["os"]))
      try expectGolden(PlanPrinter().text(of: plan), "extra-packages.plan")
    }
  }

  @Test(arguments: [
    (Isolation.loop, "      with disk image0:\n        pre-finalise.d (host)"),
    (.machine, "        with disk image0:\n          pre-finalise.d (host)"),
  ]) func theLastPhasesRunOnTheDisk(_ isolation: Isolation, _ text: String) throws {
    try withElements(Self.elements) { tree in
      var request = BuildRequest.sample(searchPath: tree.searchPath)
      let root = FileSystemDescription(
        name: "root", device: .disk("image0"), type: "ext4", label: "root", mountPoint: "/")
      let layout = DiskLayout(disks: [DiskDescription(name: "image0")], fileSystems: [root])
      request.disk = DiskRequest(layout, sizes: DiskSizeRules(), isolation: isolation)
      let plan = try RootfsPlanner(request).plan(try ElementResolver(tree).resolve(["os"]))
      let printed = PlanPrinter().text(of: plan)
      #expect(printed.contains("measure the image's content\n      block-device.d (host)"))
      #expect(printed.contains("write /etc/fstab\n") && printed.contains(text))
      #expect(
        printed.hasSuffix(
          "clean /tmp, /var/log and /root\n"
            + String(
              repeating: " ", count: isolation == .loop ? 8 : 10) + "finish the disk\n"))
      #expect(printed.contains("with virtual machine:") == (isolation == .machine))
      let data = try JSONEncoder().encode(plan)
      #expect(try JSONDecoder().decode(BuildPlan.self, from: data) == plan)
    }
  }

  @Test func everyPlanSurvivesJSON() throws {
    try withElements(Self.elements) { tree in
      let plan = try plan(["os", "web"], tree)
      let data = try JSONEncoder().encode(plan)
      #expect(try JSONDecoder().decode(BuildPlan.self, from: data) == plan)
    }
  }

  @Test func rootHooksDoNotDependOnOtherElementsSettings() throws {
    try withElements(Self.elements) { tree in
      let alone = try rootPhase(try plan(["os"], tree))
      let withWeb = try rootPhase(try plan(["os", "web"], tree))
      #expect(alone.structure == withWeb.structure)
      #expect(withWeb.irrelevantEnvironmentFiles.contains("20-web"))
    }
  }

  @Test func rootHooksDependOnSettingsThatTheyMention() throws {
    try withElements(Self.elements) { tree in
      let phase = try rootPhase(try plan(["os", "release"], tree))
      #expect(!phase.irrelevantEnvironmentFiles.contains("05-release"))
    }
  }

  /// Such as the name of the image in where its manifests go: no reason to deploy a root again.
  @Test func rootHooksDependOnNoSettingOfTheirElementsThatTheyDoNotUse() throws {
    try withElements(Self.elements) { tree in
      let phase = try rootPhase(try plan(["os"], tree))
      #expect(phase.irrelevantEnvironmentFiles.contains("30-unused"))
      #expect(!phase.irrelevantEnvironmentFiles.contains("40-guard"))
      #expect(phase.laterEnvironmentFiles == ["11-dib-install-type.bash"])
    }
  }

  @Test func rootHooksDependOnWhatTheFilesThatTheyNameMention() throws {
    var files = Self.elements
    files["os/functions/common"] = "echo $OS_SHADE\n"
    files["os/other/unused"] = "echo $OS_TONE\n"
    files["os/environment.d/50-shade"] = "export OS_SHADE=1\n"
    files["os/environment.d/60-tone"] = "export OS_TONE=1\n"
    files["os/root.d/09-more"] = .executable(
      "#!/bin/bash\nsource $TMP_HOOKS_PATH/functions/common\n")
    try withElements(files) { tree in
      let irrelevant = try rootPhase(try plan(["os"], tree)).irrelevantEnvironmentFiles
      #expect(irrelevant.contains("60-tone") && !irrelevant.contains("50-shade"))
    }
  }

  @Test func laterHooksDependOnTheFilesOfEveryElement() throws {
    try withElements(Self.elements) { tree in
      let alone = try phase(.install, try plan(["os"], tree))
      let withWeb = try phase(.install, try plan(["os", "web"], tree))
      #expect(alone.structure != withWeb.structure)
    }
  }

  private func plan(_ names: [ElementName], _ tree: ElementTree) throws -> BuildPlan {
    let request = BuildRequest.sample(searchPath: tree.searchPath)
    return try RootfsPlanner(request).plan(try ElementResolver(tree).resolve(names))
  }

  private func rootPhase(_ plan: BuildPlan) throws -> PhaseRun { try phase(.root, plan) }

  private func phase(_ wanted: HookPhase, _ plan: BuildPlan) throws -> PhaseRun {
    try #require(plan.nodes.flatMap(phases).first { $0.phase == wanted })
  }

  private func phases(_ node: PlanNode) -> [PhaseRun] {
    switch node {
    case .step(let step):
      if case .runPhase(let run) = step.operation { [run] } else { [] }
    case .scope(_, let body): body.flatMap(phases)
    }
  }
}
