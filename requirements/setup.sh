#!/bin/sh
# Creates .venv and installs locked packages into it: requirements/setup.sh build.txt [test.txt …]
# Works on a bare Debian, Ubuntu or macOS with Python 3.11 or newer.
set -eu
cd "$(dirname "$0")/.."

find_python() {
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    echo "Es fehlt Python 3.11 oder neuer. Bitte installieren, zum Beispiel: apt install python3 python3-venv" >&2
    exit 1
}

make_venv() {
    python=$(find_python)
    "$python" -m venv .venv >/dev/null 2>&1 && return
    rm -rf .venv
    # Debian and Ubuntu ship Python without what `venv` needs.
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installiere python$version-venv …"
        { apt-get update -qq && apt-get install -y -qq "python$version-venv"; } >/dev/null
        "$python" -m venv .venv
    else
        echo "Python kann keine Umgebung anlegen. Bitte installieren: apt install python$version-venv" >&2
        exit 1
    fi
}

[ -x .venv/bin/python ] || make_venv
set -- $(for name in "$@"; do printf -- '-r requirements/%s ' "$name"; done)
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: "$@"

# The command line: .venv/bin/portal runs hooks/cli.py of this checkout.
cat >.venv/bin/portal <<'SCRIPT'
#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
exec "$here/python" "$here/../../hooks/cli.py" "$@"
SCRIPT
chmod +x .venv/bin/portal
