# Sourced by run and test: makes .venv and installs what is missing. Sets $root and $python.
# Everything it says goes to stderr: the terminal's JSON stays alone on stdout.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
python=$root/.venv/bin/python

say() { printf '%s\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif sudo -n true 2>/dev/null; then sudo "$@"
    else return 1
    fi
}

# What Qt opens at run time and the Python package does not bring: one library of each Debian
# package stands for it, or a program, or a file.
offscreen_packages="libglib2.0-0:libglib-2.0.so.0 libgl1:libGL.so.1 libegl1:libEGL.so.1
    libxkbcommon0:libxkbcommon.so.0 libdbus-1-3:libdbus-1.so.3 libfontconfig1:libfontconfig.so.1"
window_packages="libxcb-cursor0:libxcb-cursor.so.0 libxcb-icccm4:libxcb-icccm.so.4
    libxcb-keysyms1:libxcb-keysyms.so.1 libxcb-image0:libxcb-image.so.0
    libxcb-render-util0:libxcb-render-util.so.0 libxcb-shape0:libxcb-shape.so.0
    libxcb-randr0:libxcb-randr.so.0 libxcb-xfixes0:libxcb-xfixes.so.0 libxcb-xkb1:libxcb-xkb.so.1
    libxkbcommon-x11-0:libxkbcommon-x11.so.0"
# A screen without a screen, and what screen readers ask: a test reads the window as they do.
reader_packages="xvfb:Xvfb dbus:dbus-daemon
    at-spi2-core:/usr/share/dbus-1/services/org.a11y.Bus.service"

# What reads and writes metadata without us: tests ask it whether we do it rightly.
judge_packages="libimage-exiftool-perl:exiftool"

# install_system_libraries PACKAGE:LIBRARY|PROGRAM|FILE...
install_system_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    local known missing="" entry
    known=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null || true)
    for entry in "$@"; do
        case $known in
            *"${entry#*:} "*) continue ;;
        esac
        command -v "${entry#*:}" >/dev/null || [ -e "${entry#*:}" ] ||
            missing="$missing ${entry%%:*}"
    done
    [ -n "$missing" ] || return 0
    if command -v apt-get >/dev/null; then
        say "Installing system libraries:$missing"
        if as_root apt-get update -qq >&2 &&
            as_root env DEBIAN_FRONTEND=noninteractive \
                apt-get install -y -qq --no-install-recommends $missing >&2; then
            return 0
        fi
    fi
    say "Please install these packages of your system, then start again:$missing"
    return 1
}

# install_package EXTRAS: the package itself in .venv, as pinned; again only when the pins changed.
install_package() {
    local extras=$1 stamp=$root/.venv/installed-${1:-plain} wanted
    wanted=$(cat "$root/pyproject.toml" "$root/packaging/constraints.txt" | cksum)
    [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && "$python" -c 'import photoorg' 2>/dev/null &&
        return 0
    if [ ! -x "$python" ]; then
        local base=${PYTHON:-python3}
        if ! "$base" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            say "photoorg needs Python 3.11 or newer; install it, or name it: PYTHON=python3.12 $0"
            return 1
        fi
        if ! "$base" -m venv "$root/.venv" >&2; then
            rm -rf "$root/.venv"
            say "Making .venv failed; on Debian, install the package python3-venv and start again."
            return 1
        fi
    fi
    say "Installing photoorg and what it needs into .venv (some minutes, once) ..."
    "$python" -m pip install --quiet --disable-pip-version-check \
        --constraint "$root/packaging/constraints.txt" \
        --editable "$root${extras:+[$extras]}" >&2 || {
        say "The installation failed (see above); check the network and start again."
        return 1
    }
    printf '%s' "$wanted" >"$stamp"
}
