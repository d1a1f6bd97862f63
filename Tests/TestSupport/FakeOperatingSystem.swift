/// A tiny operating system made of the host's own programs, in a fraction of a second.
package let fakeOperatingSystem: [String: FixtureFile] = [
  "fake-os/element-provides": "operating-system\n",
  "fake-os/root.d/10-deploy": .executable(
    """
    #!/bin/bash
    set -eu -o pipefail
    mkdir -p "$TARGET_ROOT"/{bin,dev,etc,proc,root,sys,tmp,usr/bin,var/log,lib64}
    for name in bash cat env ls mkdir ln touch cp rm mv readlink stat sleep grep mount; do
        program=$(type -P "$name")
        cp -L "$program" "$TARGET_ROOT/bin/$name"
        ln -sf "/bin/$name" "$TARGET_ROOT/usr/bin/$name"
        while read -r library; do
            mkdir -p "$TARGET_ROOT$(dirname "$library")"
            cp -nL "$library" "$TARGET_ROOT$library"
        done < <(ldd "$program" | grep -o '/[^ ]*')
    done
    ln -sf bash "$TARGET_ROOT/bin/sh"

    """),
]
