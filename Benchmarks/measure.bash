# shellcheck shell=bash
#
# Sourced after peer.bash: measures commands and prints rows of a Markdown table.
: "${work:?}"

# Prints the median wall-clock time, in seconds, of N runs of a command.
median() {
    local count=$1 number
    shift
    for ((number = 0; number < count; number++)); do
        seconds "$@" || return
    done | sort -n | awk '{ all[NR] = $1 } END { printf "%.2f\n", all[int((NR + 1) / 2)] }'
}

seconds() {
    local TIMEFORMAT=%R
    { time "$@" >"$work/log" 2>&1; } 2>&1 || {
        tail -n 40 "$work/log" >&2
        echo "failed: $*" >&2
        exit 1
    }
}

row() {
    printf '| %s | %s |\n' "$1" "$2"
}

# heading WORK REMARK COLUMN
heading() {
    echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), $(date +%F)$2"
    echo
    row "$1" "$3"
    row "---" "---:"
}

# Prints a row of what a command prints; ends where it fails.
measured() {
    local title=$1 value
    shift
    value=$("$@") || exit
    row "$title" "$value"
}
