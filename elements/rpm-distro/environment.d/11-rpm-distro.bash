case "$ARCH" in
    amd64) DIB_BASEARCH=x86_64 ;;
    arm64) DIB_BASEARCH=aarch64 ;;
    ppc64el) DIB_BASEARCH=ppc64le ;;
    *) DIB_BASEARCH=$ARCH ;;
esac
export DIB_BASEARCH
