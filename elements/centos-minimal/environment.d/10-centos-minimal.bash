export DISTRO_NAME=centos
export DIB_RELEASE=${DIB_RELEASE:-9-stream}
export EFI_BOOT_DIR=EFI/centos
export DIB_DISTRIBUTION_MIRROR=${DIB_DISTRIBUTION_MIRROR:-https://mirror.stream.centos.org/$DIB_RELEASE}
export DIB_YUM_MINIMAL_RELEASE_PACKAGES='centos-stream-release centos-stream-repos'
if ! [[ $DIB_RELEASE =~ ^[0-9]+-stream$ ]]; then
    echo "DIB_RELEASE is \`$DIB_RELEASE\`; for centos-minimal it has to be a stream, such as 9-stream" >&2
    exit 1
fi
