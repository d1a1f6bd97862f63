import Diagnostics
import TestSupport
import Testing

/// Rules about code that does something else than it seems to.
struct ShellHazardTests {
  private func count(_ rule: String, _ text: String, _ options: String = "set -eu") async throws
    -> Int
  {
    let text = "#!/bin/bash\n\(options)\n\(text)\n"
    return try await findings(rule, in: ["foo/root.d/50-foo": .executable(text)]).count
  }

  @Test(arguments: [
    ("rm -rf $A/etc", 1), ("rm -r \"$A\"/*", 1), ("sudo rm -fR ${A}/", 1),
    ("rm -rf \"${A}/etc\"", 1),
    ("rm -rf $A", 0), ("rm -f $A/etc", 0), ("rm -rf ${A:?}/etc", 0), ("rm -rf ${A:-/b}/etc", 0),
    ("rm -rf /b/$A/c", 0), ("A=/b\nrm -rf $A/c", 0), ("A=$(mktemp -d)\nrm -rf $A/c", 0),
    ("[ -n \"$A\" ] || exit 1\nrm -rf $A/c", 0), ("for A in b c; do rm -rf $A/d; done", 0),
    ("rm -rf $TMP_MOUNT_PATH/etc", 0), ("rm -rf $1/etc", 0), ("echo rm -rf $A/etc", 0),
  ])
  func nothingElseIsRemovedWhenAVariableIsUnset(_ text: String, _ expected: Int) async throws {
    #expect(try await count("SH824", text, "set -e") == expected)
  }

  @Test(arguments: [
    ("rm -rf $A/etc", 0), ("A=\nrm -rf $A/etc", 1), ("A=${A:-}\nrm -rf $A/etc", 1),
    ("A=\"\"\nrm -rf $A/etc", 1), ("A=${1:-}\nrm -rf $A/etc", 1), ("A=${1:-b}\nrm -rf $A/etc", 0),
  ])
  func unsetVariablesAreCaughtButEmptyOnesAreNot(_ text: String, _ expected: Int) async throws {
    #expect(try await count("SH824", text, "set -eu") == expected)
  }

  @Test(arguments: [
    ("curl https://a | sh", 1), ("wget -qO- https://a | sudo -E bash -", 1),
    ("curl https://a | tee b | bash -s", 1), ("bash -c \"$(curl https://a)\"", 1),
    ("source <(curl https://a)", 1), ("eval `wget -qO- https://a`", 1),
    ("curl https://a | python3 -", 1), ("curl https://a | gpg --dearmor", 0),
    ("curl https://a | bash b", 0), ("A=$(curl https://a)", 0), ("curl https://a > b; bash b", 0),
    ("bash -c 'curl https://a'", 0), ("curl https://a | python3 -c 'import json'", 0),
  ])
  func downloadsAreNotRunUnseen(_ text: String, _ expected: Int) async throws {
    #expect(try await count("SH812", text) == expected)
  }

  @Test(arguments: [
    ("find / | head -1", 1), ("A=$(tar tf a | head -n1)", 1),
    ("if rpm -qa | grep -q a; then b; fi", 1),
    ("tr -dc a < /dev/urandom | head -c 8", 1), ("echo a | grep -q b", 0), ("find / | grep a", 0),
    ("find / | tail -1", 0), ("find / | head -1 || true", 0), ("head -1 a", 0), ("grep -q a b", 0),
    ("cat /etc/os-release | grep -q a", 0), ("dpkg -s a | grep -q b", 0),
    ("dpkg -l | grep -q b", 1),
  ])
  func pipesMayBreakUnderPipefail(_ text: String, _ expected: Int) async throws {
    #expect(try await count("SH814", text, "set -e\nset -o pipefail") == expected)
    #expect(try await count("SH814", text, "set -e") == 0)
  }

  @Test(arguments: [
    ("cd a\nb", 1), ("cd $A\nb", 1), ("pushd a\nb\npopd", 1), ("cd a || exit\nb", 0),
    ("cd /\nb", 0), ("cd ..\nb", 0), ("cd -\nb", 0), ("cd\nb", 0), ("if cd a; then b; fi", 0),
    ("cd a && b", 0), ("cd a", 0),
  ])
  func directoryIsChangedForSure(_ text: String, _ expected: Int) async throws {
    #expect(try await count("SH821", text, "set -u") == expected)
  }

  @Test(arguments: [
    ("curl https://a", 1), ("curl -sSL -o b https://a", 1), ("curl -fsSL https://a", 0),
    ("curl --fail-with-body https://a", 0), ("curl $CURL_OPTS https://a", 0), ("curl $A", 1),
    ("curl \"${args[@]}\" https://a", 0), ("curl -I https://a", 0), ("curl file:///a", 0),
    ("curl -w '%{http_code}' https://a", 0), ("curl --version", 0), ("curl -LO https://a/$B", 1),
  ])
  func curlFailsWhenTheServerDoes(_ text: String, _ expected: Int) async throws {
    #expect(try await count("SH820", text) == expected)
  }

  @Test(arguments: [
    ("wget http://a/b", 1), ("curl \"http://a/$B\"", 1), ("git clone http://a/b /c", 1),
    ("wget http://$A/b", 0), ("wget http://localhost/b", 0), ("curl -d a http://b/c", 0),
    ("wget https://a/b", 0), ("echo http://a/b", 0), ("A=http://b/c", 0),
  ])
  func downloadsAreEncrypted(_ text: String, _ expected: Int) async throws {
    #expect(try await count("SH822", text) == expected)
  }

  @Test(arguments: [
    ("curl -k https://a", 1), ("curl -fkL https://a", 1), ("curl --insecure https://a", 1),
    ("wget --no-check-certificate https://a", 1), ("yum -y --nogpgcheck install a", 1),
    ("sed -i s/gpgcheck=1/gpgcheck=0/ a", 1), ("# gpgcheck=0", 0), ("echo a # gpgcheck=0", 0),
    ("curl -o k https://a", 0), ("curl --key a https://b", 0), ("tar -k a", 0),
  ])
  func checksStayOn(_ text: String, _ expected: Int) async throws {
    #expect(try await count("SH823", text) == expected)
  }

  @Test(arguments: [
    ("chmod 777 a", 1), ("chmod -R 0777 a", 1), ("chmod 666 a", 1), ("chmod a+w a", 1),
    ("chmod o+rwx a", 1), ("chmod ugo=rw a", 1), ("mkdir -m 777 a", 1), ("chmod 1777 a", 0),
    ("chmod 775 a", 0), ("chmod u+w,o-w a", 0), ("chmod +x a", 0), ("chmod go-w a", 0),
    ("chmod --reference b a", 0), ("chmod $MODE a", 0),
  ])
  func notEverybodyMayWrite(_ text: String, _ expected: Int) async throws {
    #expect(try await count("SH825", text) == expected)
  }

  @Test(arguments: [
    ("rm $@", 1), ("rm ${a[@]}", 1), ("for x in $@; do y; done", 1), ("rm -- x${@}", 1),
    ("rm \"$@\"", 0), ("echo $@", 0), ("rm \"${a[@]}\"", 0), ("rm ${#a[@]}", 0), ("a=$@", 0),
    ("echo \"$(rm x)\"", 0),
    ("[[ $@ ]]", 0), ("rm ${a[0]}", 0), ("echo a@b", 0),
  ])
  func arraysStayWhatTheyAre(_ text: String, _ expected: Int) async throws {
    #expect(try await count("SH833", text) == expected)
  }

  @Test(arguments: [
    ("[ -e a ] && b", 1), ("[[ -e a ]] && b", 1), ("test -e a && b", 1),
    ("c\n[ -e a ] && b && d", 1),
    ("[ -e a ] && b || true", 0), ("[ -e a ] || b", 0), ("[ -e a ] && b\nc", 0), ("[ -e a ]", 0),
    ("if c; then [ -e a ] && b; fi", 0), ("[ -e a ] && exit 1", 0), ("a && b", 0),
    ("f() {\n    [ -e a ] && b\n}\nf", 0),
  ])
  func lastStatusIsThatOfTheHook(_ text: String, _ expected: Int) async throws {
    #expect(try await count("SH835", text) == expected)
  }

  @Test(arguments: [
    ("a 2>&1 >b", 1), ("a 2>&1 >>b", 1), ("a >b 2>&1", 0), ("a 2>&1 >b | c", 0), ("a 2>&1", 0),
    ("a=$(b 2>&1 >c)", 0), ("a 2>&1 2>b", 0), ("a 2>&1 3>b", 0),
  ])
  func errorsFollowTheOutput(_ text: String, _ expected: Int) async throws {
    #expect(try await count("SH836", text) == expected)
  }

  @Test(arguments: [
    ("[ A = b ]", 1), ("[[ A == b ]]", 1), ("test 1 -eq 2", 1), ("[ $A=b ]", 1),
    ("[ \"$A\"!=b ]", 1),
    ("[ $A = b ]", 0), ("[[ $A == b ]]", 0), ("[ -n a ]", 0), ("[ a ]", 0), ("[[ a == b* ]]", 0),
    ("[ $A/b ]", 0),
  ])
  func comparisonsDependOnSomething(_ text: String, _ expected: Int) async throws {
    #expect(try await count("SH837", text) == expected)
  }

  @Test(arguments: [
    ("[[ '^a' =~ $B ]]", [Severity.warning]), ("[[ \"a b\" =~ $B ]]", [.info]),
    ("[[ $B =~ ^a ]]", []), ("[[ $A =~ $B ]]", []), ("[[ a =~ a ]]", []),
  ])
  func patternStandsOnTheRight(_ text: String, _ expected: [Severity]) async throws {
    let script: FixtureFile = .executable("#!/bin/bash\n\(text) && date\n")
    let found = try await reports(["SH834"], ["foo/root.d/50-foo": script])
    #expect(found.map(\.severity) == expected)
  }

  @Test(arguments: [
    ("[ -n $A ]", "set -u", [Severity.warning]), ("[ $A = b ]", "", [.warning]),
    ("[ -e $A ]", "", [.warning]), ("[ $A = b ]", "set -u", [.info]), ("[ -z $A ]", "", [.info]),
    ("[ $A -gt 1 ]", "", [.info]), ("[ $(a) = b ]", "", [.info]), ("[ $A/b = c ]", "", [.info]),
    ("[ -n ${A:-} ]", "set -u", [.warning]), ("A=b\n[ $A = c ]", "", [.info]),
    ("[ \"$A\" = b ]", "", []), ("[ $? = 0 ]", "", []),
    ("[ ${A:-0} = 0 ]", "", []), ("[[ $A = b ]]", "", []), ("[ $((A)) = 1 ]", "", []),
  ])
  func operandsAreQuoted(
    _ text: String, _ options: String, _ expected: [Severity]
  ) async throws {
    let script: FixtureFile = .executable("#!/bin/bash\n\(options)\n\(text) && date\n")
    let found = try await reports(["SH828"], ["foo/root.d/50-foo": script])
    #expect(found.map(\.severity) == expected)
  }
}
