if [ -z "${DIB_SERIAL_CONSOLES:-}" ]; then
    case "$ARCH" in
        ppc*) DIB_SERIAL_CONSOLES=hvc0 ;;
        arm64 | aarch64) DIB_SERIAL_CONSOLES=ttyAMA0 ;;
        *) DIB_SERIAL_CONSOLES=ttyS0 ;;
    esac
fi
export DIB_SERIAL_CONSOLES
