export DIB_OPENSSH_SERVER_HARDENING=${DIB_OPENSSH_SERVER_HARDENING:-1}
case "$DIB_OPENSSH_SERVER_HARDENING" in
    0 | 1) ;;
    *)
        echo "DIB_OPENSSH_SERVER_HARDENING is \`$DIB_OPENSSH_SERVER_HARDENING\`; it has to be 0 or 1" >&2
        exit 1
        ;;
esac
