# shellcheck shell=bash
#
# Sourced from the top of the checkout: puts diskimage-builder from PyPI into `work`, a directory that is removed
# at the end, and defines how it and tie-check are called.

work=$(mktemp -d "${TMPDIR:-/var/tmp}/tie-check-bench.XXXXXX")
# Where diskimage-builder has its temporary files.
scratch=$work
trap 'rm -rf "$work"' EXIT
export TIE_CHECK_CACHE=$work/layers
# Else diskimage-builder's dib-python looks for Python 2, which Debian no longer has.
export DIB_PYTHON_VERSION=3

missing=()
for program in debootstrap kpartx pip3 qemu-img sudo; do
    type -P "$program" >/dev/null || missing+=("$program")
done
if [ "${#missing[@]}" -gt 0 ]; then
    echo "diskimage-builder needs ${missing[*]}: apt-get install debootstrap kpartx python3-pip qemu-utils sudo" >&2
    exit 3
fi
python3 -m venv "$work/dib"
"$work/dib/bin/pip" --quiet install diskimage-builder setuptools
# Where its elements are.
# shellcheck disable=SC2034
foreign=$(echo "$work"/dib/lib/python3*/site-packages/diskimage_builder/elements)

# The package mirror that this host uses.
mirror() {
    elements/debian-minimal/debian-archive/host-mirror "$1" bookworm
}

tie_check() {
    .build/release/tie-check "$@"
}

# diskimage-builder's disk-image-create.
their_image() {
    DIB_RELEASE=bookworm DIB_DISTRIBUTION_MIRROR=$(mirror archive) \
        DIB_DEBIAN_SECURITY_MIRROR=$(mirror security) TMP_DIR=$scratch DIB_IMAGE_CACHE=$work/dib-cache \
        PATH=$work/dib/bin:$PATH "${through[@]}" disk-image-create "$@"
}
through=()

# The same for a disk with partitions. Where the kernel has no device mapper, the partitions are those of the loop
# driver; diskimage-builder is not told.
their_disk() {
    local through=()
    if ! dmsetup version >/dev/null 2>&1; then
        through=(unshare --mount "$PWD/Benchmarks/stand-ins/use")
    fi
    their_image "$@"
}
