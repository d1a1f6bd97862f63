# Sources whose addresses are new in every build are not worth keeping.
if [ -e "${TMP_HOOKS_PATH:-}/sources-sample/environment" ]; then
    # shellcheck source=/dev/null
    source "$TMP_HOOKS_PATH/sources-sample/environment"
fi
