case "${DIB_INIT_SYSTEM:-}" in
    systemd | openrc | upstart | sysv)
        export DIB_INIT_SYSTEM
        ;;
    *)
        echo "DIB_INIT_SYSTEM is \`${DIB_INIT_SYSTEM:-}\`; it has to be systemd, openrc, upstart or sysv" >&2
        exit 1
        ;;
esac
