import PythonSyntax
import Testing

/// Formats, keys, tests and statements that cannot be meant so.
struct PythonLiteralTests {
  @Test(arguments: [
    ("'%' % 1\n", "F501 '...' % ... has invalid format string: incomplete format"),
    ("'%(a)s' % (1,)\n", "F502 '...' % ... expected mapping but got sequence"),
    ("'%s %s' % {'a': 1}\n", "F503 '...' % ... expected sequence but got mapping"),
    ("'%(a)s' % {'a': 1, 'b': 2}\n", "F504 '...' % ... has unused named argument(s): b"),
    ("'%(a)s' % {}\n", "F505 '...' % ... is missing argument(s) for placeholder(s): a"),
    ("'%(a)s %s' % 1\n", "F506 '...' % ... has mixed positional and named placeholders"),
    ("'%s %*d' % (1,)\n", "F507 '...' % ... has 3 placeholder(s) but 1 substitution(s)"),
    ("'%(a)*s' % {'a': 1}\n", "F508 '...' % ... `*` specifier requires sequence"),
    ("'%y' % 1\n", "F509 '...' % ... has unsupported format character 'y'"),
    (
      "'{'.format(1)\n",
      "F521 '...'.format(...) has invalid format string: Single '{' encountered in format string"
    ),
    (
      "'{a'.format(a=1)\n",
      "F521 '...'.format(...) has invalid format string: expected '}' before end of string"
    ),
    ("'{a}'.format(a=1, b=2)\n", "F522 '...'.format(...) has unused named argument(s): b"),
    ("'{}'.format(1, 2)\n", "F523 '...'.format(...) has unused arguments at position(s): 1"),
    (
      "'{} {a:{b}}'.format(1)\n",
      "F524 '...'.format(...) is missing argument(s) for placeholder(s): a, b"
    ),
    ("'{} {0}'.format(1)\n", "F525 '...'.format(...) mixes automatic and manual numbering"),
    ("f'a' 'b'\n", "F541 f-string is missing placeholders"),
    (
      "if (1, 2): pass\n",
      "F634 'if tuple literal' is always true, perhaps remove accidental comma?"
    ),
    ("assert (1, 'a')\n", "F631 assertion is always true, perhaps remove parentheses?"),
    ("1 is 'a'\n", "F632 use ==/!= to compare constant literals (str, bytes, int, float, tuple)"),
    ("print >> 1\n", "F633 use of >> is invalid with print function"),
    ("*a, *b = 1, 2\n", "F622 two starred expressions in assignment"),
    ("break\n", "F701 'break' outside loop"),
    ("for a in []: pass\nelse: continue\n", "F702 'continue' not properly in loop"),
    ("class A: yield\n", "F704 'yield' outside function"),
    ("return\n", "F706 'return' outside function"),
    ("try: pass\nexcept: pass\nexcept OSError: pass\n", "F707 default 'except:' must be last"),
    (
      "raise NotImplemented('a')\n",
      "F901 'raise NotImplemented' should be 'raise NotImplementedError'"
    ),
  ])
  func literalIsReported(_ text: String, _ expected: String) throws {
    #expect(try problems(text).map { String($0.drop { $0 != " " }.dropFirst()) } == [expected])
  }

  @Test(arguments: [
    ("{'a': 1, 'a': 2}\n", "F601 dictionary key 'a' repeated with different values"),
    ("{0x10: 1, 16.0: 2}\n", "F601 dictionary key 16 repeated with different values"),
    (
      "{b'\\x00\"': 1, b'\\0\"': 2}\n",
      "F601 dictionary key b'\\x00\"' repeated with different values"
    ),
    ("{None: 1, None: 2}\n", "F601 dictionary key None repeated with different values"),
    ("{(1, 'b'): 1, (1, 'b'): 2}\n", "F601 dictionary key (1, 'b') repeated with different values"),
    ("{len: 1, len: 2}\n", "F602 dictionary key variable len repeated with different values"),
  ])
  func bothRepeatedKeysAreReported(_ text: String, _ expected: String) throws {
    let found = try problems(text).map { String($0.drop { $0 != " " }.dropFirst()) }
    #expect(found == [expected, expected])
  }

  @Test(arguments: [
    "'%s %%' % 1\n", "'%(a)s' % a\n", "'%s' % (*a,)\n", "'{{}}'.format()\n",
    "'{0[b]} {c.d!r:>{e}}'.format(*a)\n",
    "f'{a}' 'b'\n", "{'a': 1, 'a': 1}\n", "a is None\n", "a is ()[0]\n", "if (): pass\n",
    "while a: break\n",
    "async def f():\n  async for b in a:\n    continue\n", "a, *b = a\n",
    "'{a:%Y-%m}'.format(a=a)\n",
    "{1: 1, True: 1}\n", "{'a': 1, b'a': 2}\n",
  ])
  func literalIsAccepted(_ text: String) throws {
    #expect(try problems(text, builtins: ["a", "b"]) == [])
  }

  @Test func templateStringsWantPlaceholdersToo() throws {
    #expect(
      try problems("t'a'\n", version: PythonVersion(minor: 14))
        == ["1:1 F542 t-string is missing placeholders"])
  }
}
