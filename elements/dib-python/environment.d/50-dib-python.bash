if [ -z "${DIB_PYTHON_VERSION:-}" ]; then
    case "${DISTRO_NAME:-}-${DIB_RELEASE:-}" in
        ubuntu-trusty | fedora-1? | fedora-2[0-2] | opensuse-42*) DIB_PYTHON_VERSION=2 ;;
        *) DIB_PYTHON_VERSION=3 ;;
    esac
fi
export DIB_PYTHON_VERSION
export DIB_PYTHON=python$DIB_PYTHON_VERSION
