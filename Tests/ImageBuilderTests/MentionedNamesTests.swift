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
