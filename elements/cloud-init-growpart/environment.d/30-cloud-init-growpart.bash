if [ -z "${DIB_CLOUD_INIT_GROWPART_DEVICES:-}" ]; then
    echo "DIB_CLOUD_INIT_GROWPART_DEVICES has to be set, for example to /" >&2
    exit 1
fi
export DIB_CLOUD_INIT_GROWPART_DEVICES
