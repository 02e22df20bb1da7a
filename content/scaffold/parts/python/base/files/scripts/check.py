"""Linter, formatter and types: `python scripts/check.py`, or with `--fix` to mend what can be mended."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Runs all of them even when one finds something, so that one run shows everything."""
    fix = "--fix" in sys.argv[1:]
    commands = [
        ["ruff", "check", *(["--fix"] if fix else []), "."],
        ["ruff", "format", *([] if fix else ["--check"]), "."],
        ["mypy"],
    ]
    codes = [
        subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=False).returncode
        for command in commands
    ]
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
