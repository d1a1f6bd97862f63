export DIB_BOOTSTRAP_FORWARD=${DIB_BOOTSTRAP_FORWARD:-0}
case "$DIB_BOOTSTRAP_FORWARD" in
    0 | 1) ;;
    *)
        echo "DIB_BOOTSTRAP_FORWARD is \`$DIB_BOOTSTRAP_FORWARD\`; it has to be 0 or 1" >&2
        exit 1
        ;;
esac

# From source they want wheels of compiled modules, which there are for few architectures.
case "${DISTRO_NAME:-}" in
    debian | ubuntu)
        export DIB_INSTALLTYPE_os_apply_config=${DIB_INSTALLTYPE_os_apply_config:-package}
        export DIB_INSTALLTYPE_os_collect_config=${DIB_INSTALLTYPE_os_collect_config:-package}
        export DIB_INSTALLTYPE_os_refresh_config=${DIB_INSTALLTYPE_os_refresh_config:-package}
        ;;
esac
