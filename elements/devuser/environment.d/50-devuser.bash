export DIB_DEV_USER_USERNAME=${DIB_DEV_USER_USERNAME:-devuser}
export DIB_DEV_USER_SHELL=${DIB_DEV_USER_SHELL:-/bin/bash}
case "${DIB_DEV_USER_PWDLESS_SUDO:-no}" in
    yes | Yes | true | True | 1) DIB_DEV_USER_PWDLESS_SUDO=yes ;;
    no | No | false | False | 0) DIB_DEV_USER_PWDLESS_SUDO=no ;;
    *)
        echo "DIB_DEV_USER_PWDLESS_SUDO is \`$DIB_DEV_USER_PWDLESS_SUDO\`; it has to be yes or no" >&2
        exit 1
        ;;
esac
export DIB_DEV_USER_PWDLESS_SUDO
