"""Folders of elements, and copies of them to which defects are added; used by seed-defects."""

import collections
import json
import os
import re
import shutil
import subprocess
from pathlib import Path


def text(path):
    """The bytes of a file as characters, so that they survive."""
    return path.read_bytes().decode("latin-1")


class Tree:
    """A folder of elements, and the changes that can be made to it."""

    def __init__(self, root):
        self.root = root
        self.elements = sorted(path for path in root.iterdir() if path.is_dir() and path.name[0] not in "._")
        self.dependencies = {path.name: self.names(path / "element-deps") for path in self.elements}

    def names(self, path):
        return path.read_text().split() if path.is_file() else []

    def files(self, element):
        yield element
        for path in sorted(element.rglob("*")):
            if "test-elements" not in path.parts:
                yield path

    def place(self, element, path):
        known = [name for name in self.dependencies[element.name] if name in self.dependencies]
        return {
            "element": element.name, "path": str(path.relative_to(self.root)), "name": path.name,
            "folder": str(path.parent.relative_to(self.root)), "dependency": (known or [""])[0],
        }

    def closure(self, name):
        seen, queue = set(), [name]
        while queue:
            name = queue.pop()
            if name not in seen and name in self.dependencies:
                seen.add(name)
                queue += self.dependencies[name]
        return seen

    def holds(self, place, condition):
        verb, _, argument = condition.partition(" ")
        path = self.root / place["path"]
        match verb:
            case "executable": return path.is_file() and os.access(path, os.X_OK)
            case "file": return path.is_file() and not path.is_symlink()
            case "has": return path.is_file() and re.search(argument, text(path), re.M)
            case "lacks": return path.is_file() and not re.search(argument, text(path), re.M)
            case "without": return not (self.closure(place["element"]) & set(argument.split()))
            case "needing": return argument in self.closure(place["element"])
            case "depending": return place["dependency"]
            case "alone": return not (path.parent / argument).exists()
        raise ValueError(condition)

    def lint(self, program):
        command = [program, "lint", "--format", "json", "--select", "ALL", "--exit-zero", str(self.root)]
        output = subprocess.run(command, stdout=subprocess.PIPE, cwd=self.root, check=True).stdout
        findings = json.loads(output)["findings"]
        return collections.Counter((finding["rule"], finding["path"]) for finding in findings)


class Copy(Tree):
    """A tree to be changed, and made good again."""

    def __init__(self, original, folder):
        root = Path(folder).resolve() / "elements"
        shutil.copytree(original, root, symlinks=True)
        super().__init__(root)
        self.original = original
        self.touched = set()

    def restore(self):
        for name in self.touched:
            shutil.rmtree(self.root / name, ignore_errors=True)
            if (self.original / name).exists():
                shutil.copytree(self.original / name, self.root / name, symlinks=True)
        self.touched.clear()

    def target(self, path):
        """The file at the path, whose element is to be restored later."""
        self.touched.add(Path(path).parts[0])
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def chmod(self, path, mode):
        self.target(path).chmod(int(mode, 8))

    def rename(self, path, name):
        target = self.target(path)
        target.rename(target.parent / name)

    def remove(self, path):
        self.target(path).unlink()

    def write(self, _, name, content, mode="644"):
        target = self.target(name)
        target.write_bytes(content.encode("latin-1"))
        target.chmod(int(mode, 8))

    def append(self, path, content):
        self.rewrite(path, lambda old: old + content)

    def prepend(self, path, content):
        self.rewrite(path, lambda old: content + old)

    def replace(self, path, pattern, content):
        self.rewrite(path, lambda old: re.sub(pattern, lambda _: content, old, count=1, flags=re.M))

    def rewrite(self, path, change):
        target = self.target(path)
        target.write_bytes(change(text(target)).encode("latin-1"))

    def link(self, _, name, destination):
        self.target(name).symlink_to(destination)

    def commit(self, _):
        self.touched.add(".git")
        for words in (["init", "--quiet"], ["add", "--all"]):
            subprocess.run(["git", *words], cwd=self.root, check=True)
