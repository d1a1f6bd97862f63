export OS_REFRESH_CONFIG_VENV_DIR=${OS_REFRESH_CONFIG_VENV_DIR:-${OPENSTACK_VENV_DIR:-/opt/stack/venvs/os-refresh-config}}
