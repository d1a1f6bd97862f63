@testable import ImageBuilder
import Testing

/// Which variables a script can depend on.
@Suite struct MentionedNamesTests {
  @Test func namesInTheTextAreMentioned() {
    #expect(names("echo \"${DIB_RELEASE:-stable}\"").mention("DIB_RELEASE"))
  }

  @Test func partsOfNamesAreNot() {
    #expect(!names("echo $DIB_RELEASE_NAME").mention("DIB_RELEASE"))
  }

  @Test func aPrefixMentionsEveryNameThatBeginsWithIt() {
    let names = names("for name in ${!DIB_INSTALLTYPE_*}; do :; done")
    #expect(names.mention("DIB_INSTALLTYPE_foo"))
    #expect(!names.mention("DIB_RELEASE"))
  }

  @Test func aSettingThatIsNotSetYetIsRecorded() {
    #expect(names("echo ${DIB_EXTRA:-}").variables(among: [String]()) == ["DIB_EXTRA"])
  }

  @Test func aPrefixIsRecordedAsSuch() {
    let names = names("for name in ${!DIB_PIP_MANIFEST_*}; do :; done")
    #expect(names.variables(among: ["DIB_PIP_MANIFEST_a"]) == ["DIB_PIP_MANIFEST_*"])
  }

  @Test func whereTheProgramWasStartedIsNotRecorded() {
    #expect(names("cd \"$HOME\" && echo $PATH").variables(among: ["HOME", "PATH"]).isEmpty)
  }

  private func names(_ text: String) -> MentionedNames {
    var names = MentionedNames()
    names.add(Array(text.utf8))
    return names
  }
}

/// Which variables a script sets.
@Suite struct AssignedNamesTests {
  @Test(arguments: [
    ("A=1 B+=2\n", ["A", "B"]), ("export A=${B:-$C}\n", ["A"]),
    (": \"${A:=1}\"; export A\n", ["A", "A"]),
    ("unset A B; echo C\n", ["A", "B"]), ("read -r A\necho B\n", ["A"]),
    ("case \"${A:-}-${B:-}\" in x) C=1 ;; esac\n", ["C"]), ("echo \"$A\" ${B:?}\n", []),
    ("export A=\"$B\"\nfor name in C; do :; done\n", ["A"]), ("export A \\\n  B\n", ["A", "B"]),
  ])
  func onlyWhatIsSetCounts(_ script: String, _ names: [String]) {
    #expect(Identifiers.assigned(in: Array(script.utf8)).map(\.name) == names)
  }

  @Test(arguments: [
    ("name=1\n", false), ("NAME=1\n", true), ("http_proxy=1\n", true), ("export name=1\n", true),
    ("declare -x name\n", true), ("unset name\n", false), ("[[ $A =~ [a-z=] ]]\n", false),
    ("export DIB_x=1\n", true), ("for name in A; do declare -gx \"$name=1\"; done\n", false),
  ])
  func programsSeeWhatIsExported(_ script: String, _ isVisible: Bool) {
    let assigned = Identifiers.assigned(in: Array(script.utf8))
    #expect(assigned.map(\.isVisible) == [isVisible])
  }
}
