/// What a kind of secret looks like.
struct SecretPattern: Sendable {
  /// What is found: "a private key".
  let what: String
  /// Words of which a line must have one, so that most lines need no closer look.
  let triggers: [StaticString]
  /// Whether the pattern means something in shell scripts only.
  var isForScripts = false
  /// The part of a line that is the secret.
  let secret: @Sendable (String) -> Substring?

  static let all = [privateKey, token, hash, password, login]

  private static let privateKey = SecretPattern(
    what: "a private key", triggers: ["PRIVATE KEY-----"],
    secret: { $0.firstMatch(of: #/-----BEGIN [A-Z ]*PRIVATE KEY-----/#)?.0 })

  private static let token = SecretPattern(
    what: "a token", triggers: ["AKIA", "ghp_", "github_pat_", "glpat-", "xoxb-", "xoxp-"],
    secret: { line in
      line.firstMatch(
        of: #/AKIA[0-9A-Z]{16}|ghp_\w{36}|github_pat_\w{22,}|glpat-[\w\-]{20}|xox[bp]-[\w\-]{20,}/#)?
        .0
    })

  private static let hash = SecretPattern(
    what: "the hash of a password", triggers: ["$1$", "$5$", "$6$", "$y$", "$2a$", "$2b$", "$2y$"],
    secret: { $0.firstMatch(of: #/\$(?:1|5|6|y|2[aby])\$[.\/A-Za-z0-9=,$]{20,}/#)?.0 })

  private static let password = SecretPattern(
    what: "a password", triggers: ["PASSWORD=", "password=", "PASSWD=", "passwd=", "SECRET="],
    isForScripts: true,
    secret: { line in
      line.firstMatch(
        of:
          #/\b\w*(?:PASSWORD|password|PASSWD|passwd|SECRET)=["']?[^\s"'$`({;&|)<>*]+["']?(?=\s|;|$)/#
      )?
      .0
    })

  private static let login = SecretPattern(
    what: "a password", triggers: ["chpasswd"], isForScripts: true,
    secret: { $0.firstMatch(of: #/["']?\b[\w\-]+:[^\s"'$`:]+["']? *\| *(?:sudo +)?chpasswd/#)?.0 })
}
