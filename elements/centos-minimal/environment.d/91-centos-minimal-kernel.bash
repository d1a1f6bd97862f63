# A disk is there to be booted; a root file system may as well become a container.
if [ -z "${DIB_INSTALL_KERNEL:-}" ]; then
    DIB_INSTALL_KERNEL=0
    if [ -n "${DIB_BLOCK_DEVICE:-}" ]; then
        DIB_INSTALL_KERNEL=1
    fi
fi
export DIB_INSTALL_KERNEL
