"""Reads the plain part of YAML with nothing but the standard library."""

import re

# A quoted string, or a plain one: up to the first colon before a blank.
KEY = re.compile(r'''("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|'''
                 r'''(?:-(?=\S)|[^-\s\[\]{},#&*!|>'"%@`]).*?)'''
                 r'''\s*:(?=\s|$)''')
NULLS = ('', '~', 'null', 'Null', 'NULL')
ESCAPES = {'n': '\n', 't': '\t', 'r': '\r', '0': '\0', '"': '"',
           '\\': '\\', '/': '/', ' ': ' '}


class YAMLError(ValueError):
    """The text is not YAML, or not plain enough."""


def load(text):
    """Returns the only document of text as dicts, lists, strings and None."""
    return _Reader(text).document()


def _without_comment(line):
    quote = None
    for index, character in enumerate(line):
        if quote:
            if character == quote:
                quote = None
        elif character in '"\'' and (index == 0 or line[index - 1] in ' [{,:'):
            quote = character
        elif character == '#' and (index == 0 or line[index - 1] in ' \t'):
            return line[:index]
    return line


class _Reader:

    def __init__(self, text):
        self.lines = []
        for number, line in enumerate(text.lstrip('\ufeff').splitlines(), 1):
            content = _without_comment(line).rstrip()
            if content.strip() and not content.startswith('%'):
                indent = len(content) - len(content.lstrip(' '))
                self.lines.append((number, indent, content.strip(' ')))
        if self.lines and self.lines[0][2] == '---':
            del self.lines[0]
        if self.lines and self.lines[-1][2] == '...':
            del self.lines[-1]
        self.position = 0

    def fail(self, message):
        number = self.lines[min(self.position, len(self.lines) - 1)][0]
        raise YAMLError(f'line {number}: {message}')

    def peek(self):
        if self.position < len(self.lines):
            return self.lines[self.position]
        return (0, -1, '')

    def document(self):
        if not self.lines:
            return None
        value = self.block(self.peek()[1])
        if self.position < len(self.lines):
            self.fail('indentation does not fit')
        return value

    def block(self, indent):
        text = self.peek()[2]
        if text.startswith('\t'):
            self.fail('tabs cannot indent')
        if text == '-' or text.startswith('- '):
            return self.sequence(indent)
        if KEY.match(text):
            return self.mapping(indent)
        self.position += 1
        return self.inline(text)

    def sequence(self, indent):
        items = []
        while self.peek()[1] == indent and re.match(r'-( |$)', self.peek()[2]):
            number, _, text = self.peek()
            rest = text[1:].lstrip(' ')
            if not rest:
                self.position += 1
                items.append(self.nested(indent + 1))
            elif KEY.match(rest) or re.match(r'-( |$)', rest):
                # The item begins a block of its own, on the same line.
                column = indent + len(text) - len(rest)
                self.lines[self.position] = (number, column, rest)
                items.append(self.block(column))
            else:
                self.position += 1
                items.append(self.inline(rest))
        return items

    def mapping(self, indent):
        result = {}
        while self.peek()[1] == indent:
            text = self.peek()[2]
            match = KEY.match(text)
            if not match:
                break
            self.position += 1
            rest = text[match.end():].strip(' ')
            value = self.inline(rest) if rest else self.value_below(indent)
            result[self.scalar(match.group(1))] = value
        return result

    def value_below(self, indent):
        # A list may stand under its key without being indented.
        _, below, text = self.peek()
        if below == indent and re.match(r'-( |$)', text):
            return self.sequence(indent)
        return self.nested(indent + 1)

    def nested(self, least):
        below = self.peek()[1]
        return self.block(below) if below >= least else None

    def inline(self, text):
        if text[0] in '[{':
            while not _is_closed(text) and self.position < len(self.lines):
                text += ' ' + self.lines[self.position][2]
                self.position += 1
            value, rest = self.flow(text)
            if rest:
                self.fail(f'`{rest}` does not belong here')
            return value
        return self.scalar(text)

    def flow(self, text):
        if text[0] == '[':
            return self.flow_items(text[1:].lstrip(), ']', [])
        if text[0] == '{':
            return self.flow_items(text[1:].lstrip(), '}', {})
        match = re.match(r'''"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|'''
                         r'''(?:[^,:\[\]{}]|:(?=[^\s,\]}]))*''', text)
        return (self.scalar(match.group().strip()),
                text[match.end():].lstrip())

    def flow_items(self, text, end, result):
        while not text.startswith(end):
            if not text:
                self.fail(f'`{end}` is missing')
            item, text = self.flow(text)
            if end == ']':
                result.append(item)
            else:
                result[item] = None
                if text.startswith(':'):
                    text = text[1:].lstrip()
                    if text and text[0] not in ',}':
                        result[item], text = self.flow(text)
            if text.startswith(','):
                text = text[1:].lstrip()
            elif not text.startswith(end):
                self.fail(f'`,` or `{end}` is missing')
        return result, text[1:].lstrip()

    def scalar(self, text):
        if text[:1] == '"' and text[-1:] == '"' and len(text) > 1:
            return re.sub(r'\\(.)', lambda m: ESCAPES.get(m[1]) or self.fail(
                f'escape \\{m[1]} is not understood'), text[1:-1])
        if text[:1] == "'" and text[-1:] == "'" and len(text) > 1:
            return text[1:-1].replace("''", "'")
        if text[:1] in tuple('&*!|>"\'%@`'):
            self.fail(f'`{text}` is not plain YAML')
        return None if text in NULLS else text


def _is_closed(text):
    bare = re.sub(r'''"(?:[^"\\]|\\.)*"|'(?:[^']|'')*\'''', '', text)
    return (bare.count('[') + bare.count('{')
            <= bare.count(']') + bare.count('}'))
