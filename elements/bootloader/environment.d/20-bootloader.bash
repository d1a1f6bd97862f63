export DIB_BOOTLOADER_DEFAULT_CMDLINE=${DIB_BOOTLOADER_DEFAULT_CMDLINE-nofb nomodeset gfxpayload=text}
export DIB_BOOTLOADER_USE_SERIAL_CONSOLE=${DIB_BOOTLOADER_USE_SERIAL_CONSOLE:-True}
export DIB_BOOTLOADER_VIRTUAL_TERMINAL=${DIB_BOOTLOADER_VIRTUAL_TERMINAL-tty0}
export DIB_GRUB_TIMEOUT=${DIB_GRUB_TIMEOUT:-5}
export DIB_GRUB_TIMEOUT_STYLE=${DIB_GRUB_TIMEOUT_STYLE:-menu}
export DIB_NO_TIMER_CHECK=${DIB_NO_TIMER_CHECK:-True}

if [ -z "${DIB_BOOTLOADER_SERIAL_CONSOLE:-}" ]; then
    case "$ARCH" in
        ppc*) DIB_BOOTLOADER_SERIAL_CONSOLE=hvc0 ;;
        arm64 | aarch64) DIB_BOOTLOADER_SERIAL_CONSOLE=ttyAMA0,115200 ;;
        *) DIB_BOOTLOADER_SERIAL_CONSOLE=ttyS0,115200 ;;
    esac
fi
export DIB_BOOTLOADER_SERIAL_CONSOLE

for name in DIB_BOOTLOADER_USE_SERIAL_CONSOLE DIB_NO_TIMER_CHECK; do
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

if ! [[ $DIB_GRUB_TIMEOUT =~ ^(-1|[0-9]+)$ ]]; then
    echo "DIB_GRUB_TIMEOUT is \`$DIB_GRUB_TIMEOUT\`; it has to be a number of seconds, or -1 to wait for a key" >&2
    exit 1
fi
case "$DIB_GRUB_TIMEOUT_STYLE" in
    menu | countdown | hidden) ;;
    *)
        echo "DIB_GRUB_TIMEOUT_STYLE is \`$DIB_GRUB_TIMEOUT_STYLE\`; it has to be menu, countdown or hidden" >&2
        exit 1
        ;;
esac
if [ "${DIB_EXTLINUX:-0}" != 0 ]; then
    echo "DIB_EXTLINUX is set, but there is no extlinux any more; leave it out to get GRUB" >&2
    exit 1
fi
