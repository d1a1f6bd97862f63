if [ -z "${DIB_CLOUD_INIT_DATASOURCES:-}" ]; then
    echo "DIB_CLOUD_INIT_DATASOURCES has to be set, for example to Ec2,OpenStack" >&2
    exit 1
fi
export DIB_CLOUD_INIT_DATASOURCES=${DIB_CLOUD_INIT_DATASOURCES//[[:space:]]/}
if ! [[ $DIB_CLOUD_INIT_DATASOURCES =~ ^[A-Za-z0-9]+(,[A-Za-z0-9]+)*$ ]]; then
    echo "DIB_CLOUD_INIT_DATASOURCES is \`$DIB_CLOUD_INIT_DATASOURCES\`; it has to be names separated by commas" >&2
    exit 1
fi
