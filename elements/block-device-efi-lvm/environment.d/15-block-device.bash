case "$ARCH" in
    ppc64*)
        echo "block-device-efi-lvm: machines of the architecture \`$ARCH\` do not boot from it; use block-device-gpt" >&2
        exit 1
        ;;
esac
export DIB_BLOCK_DEVICE=efi
