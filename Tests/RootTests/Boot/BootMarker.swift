import TestSupport

/// An element with a unit that tells what is mounted and what failed, and ends the machine.
let bootMarker: [String: FixtureFile] = [
  "boot-marker/post-install.d/60-boot-marker": .executable(
    #"""
    #!/bin/bash
    set -eu -o pipefail
    cat > /etc/systemd/system/boot-marker.service <<'UNIT'
    [Unit]
    Description=Tell the console that the system is up
    After=multi-user.target

    [Service]
    Type=oneshot
    StandardOutput=tty
    TTYPath=/dev/console
    ExecStart=/bin/sh -c 'echo; echo BOOTED; \
        findmnt --real --raw --noheadings --output SOURCE,TARGET,FSTYPE | sed "s/^/MOUNT /"; \
        systemctl list-units --failed --plain --no-legend | sed "s/^/FAILED /"; echo END'
    ExecStart=systemctl poweroff --force --force

    [Install]
    WantedBy=multi-user.target
    UNIT
    systemctl enable boot-marker.service

    """#)
]
