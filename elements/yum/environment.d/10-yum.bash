export YUM=${YUM:-dnf}
export YUM_FLAGS=${YUM_FLAGS:--y}
case "$YUM" in
    dnf | yum | microdnf) ;;
    *)
        echo "YUM is \`$YUM\`; it has to be dnf, yum or microdnf" >&2
        exit 1
        ;;
esac
