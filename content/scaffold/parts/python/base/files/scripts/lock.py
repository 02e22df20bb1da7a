"""Writes requirements-lock.txt: the exact version of everything that the dependencies bring along.

Run it after a change of pyproject.toml: `python scripts/lock.py`.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = "# The exact versions of everything that is installed. scripts/lock.py writes it anew.\n"


def main() -> None:
    """Asks pip what it would install into an empty environment, without installing it."""
    command = "install --quiet --dry-run --ignore-installed --report - --editable .[dev]"
    answer = subprocess.run(
        [sys.executable, "-m", "pip", *command.split()],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
    )
    packages = [
        entry["metadata"]
        for entry in json.loads(answer.stdout)["install"]
        if "dir_info" not in entry["download_info"]
    ]
    pins = sorted(
        f"{package['name'].lower().replace('_', '-')}=={package['version']}" for package in packages
    )
    (ROOT / "requirements-lock.txt").write_text(HEADER + "\n".join(pins) + "\n", encoding="utf-8")
    print(f"{len(pins)} versions in requirements-lock.txt")


if __name__ == "__main__":
    main()
