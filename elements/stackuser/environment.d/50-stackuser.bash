export DIB_STACKUSER_NAME=${DIB_STACKUSER_NAME:-stack}
export DIB_STACKUSER_SUDO=${DIB_STACKUSER_SUDO:-nopasswd}
case "$DIB_STACKUSER_SUDO" in
    nopasswd | passwd | none) ;;
    *)
        echo "DIB_STACKUSER_SUDO is \`$DIB_STACKUSER_SUDO\`; it has to be nopasswd, passwd or none" >&2
        exit 1
        ;;
esac
# shellcheck disable=SC2016
if [ -n "${DIB_STACKUSER_PASSWORD_HASH:-}" ] &&
    ! [[ $DIB_STACKUSER_PASSWORD_HASH =~ ^'$'[0-9a-z]+'$'[./0-9A-Za-z=,$]+$ ]]; then
    echo 'DIB_STACKUSER_PASSWORD_HASH is no hash of a password; make one with `openssl passwd -6`' >&2
    exit 1
fi
