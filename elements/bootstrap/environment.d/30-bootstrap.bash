export DIB_BOOTSTRAP_FORWARD=${DIB_BOOTSTRAP_FORWARD:-0}
case "$DIB_BOOTSTRAP_FORWARD" in
    0 | 1) ;;
    *)
        echo "DIB_BOOTSTRAP_FORWARD is \`$DIB_BOOTSTRAP_FORWARD\`; it has to be 0 or 1" >&2
        exit 1
        ;;
esac
