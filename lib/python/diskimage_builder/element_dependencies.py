"""Which elements a list of elements stands for.

The same rules as the builder's: breadth first from the requested ones; what an element provides is not
looked for as an element; one of them has to provide `operating-system`.
"""

import argparse
import logging
import os
import shlex
import sys

from diskimage_builder import paths as _paths

logger = logging.getLogger(__name__)


class MissingElementException(Exception):
    """A name for which there is no element."""


class AlreadyProvidedException(Exception):
    """Two elements that provide the same, or one that is requested and provided."""


class MissingOSException(Exception):
    """No element provides an operating system."""


class InvalidElementDir(Exception):
    """A directory of the search path that is not there."""


def _search_path(paths):
    text = os.environ.get("ELEMENTS_PATH", "") if paths is None else paths
    directories = text.split(":") if text else []
    bundled = _paths.get_path("elements")
    if bundled not in directories:
        directories.append(bundled)
    return directories


def _find_all(directories):
    """Name to path; earlier directories win."""
    found = {}
    for directory in directories:
        if not os.path.isdir(directory):
            raise InvalidElementDir(f"there is no directory {directory!r}")
        for name in sorted(os.listdir(directory)):
            path = os.path.realpath(os.path.join(directory, name))
            if os.path.isdir(path):
                found.setdefault(os.path.basename(path), path)
    return found


def _names(path, file):
    try:
        with open(os.path.join(path, file)) as rows:
            return [row.strip() for row in rows if row.strip()]
    except FileNotFoundError:
        return []


def _resolve(requested, known):
    selected = list(dict.fromkeys(requested))
    providers = {}
    for name in selected:
        if name in providers:
            continue
        if name not in known:
            raise MissingElementException(f"there is no element {name!r}")
        for provided in dict.fromkeys(_names(known[name], "element-provides")):
            if provided in providers:
                raise AlreadyProvidedException(
                    f"{name} provides {provided}, which {providers[provided]} provides already")
            providers[provided] = name
        for dependency in _names(known[name], "element-deps"):
            if dependency not in providers and dependency not in selected:
                selected.append(dependency)
    for name in requested:
        if providers.get(name, name) != name:
            raise AlreadyProvidedException(f"{name} is requested, but {providers[name]} provides it")
    if "operating-system" not in providers:
        raise MissingOSException("no element provides operating-system")
    return [name for name in selected if name not in providers]


def get_elements(elements, paths=None):
    """The (name, path) of each element that `elements`, a list, stands for, breadth first."""
    known = _find_all(_search_path(paths))
    return [(name, known[name]) for name in _resolve(elements, known)]


def expand_dependencies(user_elements, element_dirs):
    """The names of the elements as a set; older programs call this."""
    logger.warning("expand_dependencies is deprecated, call get_elements")
    return {name for name, _ in get_elements(list(user_elements), element_dirs)}


def _definitions(elements):
    """Shell text that defines what hooks are told about the elements."""
    pairs = "".join(f"[{name}]={path} " for name, path in elements)
    yaml = "".join(f"{name}: {path}\n" for name, path in sorted(elements))
    names = " ".join(name for name, _ in elements)
    return (
        f"export IMAGE_ELEMENT={shlex.quote(names)}\n"
        f"export IMAGE_ELEMENT_YAML={shlex.quote(yaml)}\n"
        f"get_image_element_array() {{ printf '%s' {shlex.quote(pairs)}; }}\n"
        "export -f get_image_element_array\n")


def main():
    parser = argparse.ArgumentParser(
        prog="element-info", description="Prints the elements that the given ones stand for.")
    parser.add_argument("elements", nargs="+")
    parser.add_argument("--env", "-e", action="store_true", help="print definitions for a shell")
    arguments = parser.parse_args()
    try:
        elements = get_elements(arguments.elements)
    except (AlreadyProvidedException, InvalidElementDir, MissingElementException,
            MissingOSException) as error:
        print(f"element-info: {error}", file=sys.stderr)
        return 1
    if arguments.env:
        sys.stdout.write(_definitions(elements))
    else:
        print(" ".join(name for name, _ in elements))
    return 0


if __name__ == "__main__":
    sys.exit(main())
