export DIB_MANIFEST_PIP_DIR=${DIB_MANIFEST_PIP_DIR:-${DIB_MANIFEST_IMAGE_DIR:-/etc/dib-manifests}/dib-manifests-pip}
if [ -r /tmp/in_target.d/pip-certificates/ca-certificates.crt ]; then
    export PIP_CERT=/tmp/in_target.d/pip-certificates/ca-certificates.crt
fi
