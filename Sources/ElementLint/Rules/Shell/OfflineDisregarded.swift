import Diagnostics
import ShellSyntax

/// Flags downloads that go round the cache.
struct OfflineDisregarded: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH830",
    name: "offline-disregarded",
    severity: .info,
    rationale: """
      With `--offline` a build works from what earlier ones have fetched. A hook on the host that downloads
      by itself should look at `DIB_OFFLINE` and keep the file in `DIB_IMAGE_CACHE`, as
      `cache-url` does.
      """,
    flagged: [
      ["foo/extra-data.d/50-foo": .executable("#!/bin/bash\n«wget» https://example.com/foo\n")]
    ],
    accepted: [
      [
        "foo/extra-data.d/50-foo": .executable(
          "#!/bin/bash\n[ -n \"$DIB_OFFLINE\" ] || wget https://example.com/foo\n")
      ]
    ],
    isOptIn: true)

  func check(_ script: LintedScript) -> [Finding] {
    guard script.isOnHost, !script.text.contains("DIB_OFFLINE"),
      !script.text.contains("DIB_IMAGE_CACHE")
    else { return [] }
    return script.invocations(of: "curl", "wget", "git").filter(\.isDownload).map { download in
      finding(
        "downloads even in offline builds", at: download.word.location,
        hint: "use `cache-url`, or look at `DIB_OFFLINE`")
    }
  }
}
