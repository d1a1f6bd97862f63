"""Where the builder's own files are."""

import os
import sys

_LIBRARY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))


def get_path(name):
    """The directory `elements` or `lib`."""
    if name == "lib":
        return os.environ.get("_LIB") or _LIBRARY
    if name == "elements":
        return os.path.join(os.path.dirname(_LIBRARY), "elements")
    raise ValueError(f"there is no path {name!r}; ask for 'elements' or 'lib'")


def show_path(name):
    """Prints the directory `elements` or `lib`."""
    sys.stdout.write(get_path(name))
