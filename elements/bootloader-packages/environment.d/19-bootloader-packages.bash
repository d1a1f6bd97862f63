export DIB_BLOCK_DEVICE=${DIB_BLOCK_DEVICE:-}
export DIB_BOOTLOADER_SECURE_BOOT=${DIB_BOOTLOADER_SECURE_BOOT:-False}
export DIB_SKIP_GRUB_PACKAGE_INSTALL=${DIB_SKIP_GRUB_PACKAGE_INSTALL:-False}

for name in DIB_BOOTLOADER_SECURE_BOOT DIB_SKIP_GRUB_PACKAGE_INSTALL; do
    case "${!name}" in
        True | true | 1) declare -gx "$name=True" ;;
        False | false | 0) declare -gx "$name=False" ;;
        *)
            echo "$name is \`${!name}\`; it has to be True or False" >&2
            exit 1
            ;;
    esac
done
unset name

# For which firmware there will be a boot loader.
case "$DIB_BLOCK_DEVICE:$ARCH" in
    :*) DIB_BOOTLOADER_PLATFORMS= ;;
    mbr:amd64 | mbr:x86_64 | mbr:i386 | gpt:amd64 | gpt:x86_64 | gpt:i386) DIB_BOOTLOADER_PLATFORMS=bios ;;
    efi:amd64 | efi:x86_64) DIB_BOOTLOADER_PLATFORMS='bios efi' ;;
    efi:arm64 | efi:aarch64) DIB_BOOTLOADER_PLATFORMS=efi ;;
    mbr:* | gpt:* | efi:*)
        echo "there is no boot loader for \`$ARCH\` with DIB_BLOCK_DEVICE=$DIB_BLOCK_DEVICE" >&2
        exit 1
        ;;
    *)
        echo "DIB_BLOCK_DEVICE is \`$DIB_BLOCK_DEVICE\`; it has to be mbr, gpt or efi" >&2
        exit 1
        ;;
esac
export DIB_BOOTLOADER_PLATFORMS
