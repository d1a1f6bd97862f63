export DIB_HEAT_CFNTOOLS_VENV_DIR=${DIB_HEAT_CFNTOOLS_VENV_DIR:-/opt/stack/venvs/heat-cfntools}
if [ -z "${DIB_INSTALLTYPE_heat_cfntools:-}" ]; then
    case "${DISTRO_NAME:-}" in
        debian | ubuntu) DIB_INSTALLTYPE_heat_cfntools=package ;;
        *) DIB_INSTALLTYPE_heat_cfntools=source ;;
    esac
fi
export DIB_INSTALLTYPE_heat_cfntools
