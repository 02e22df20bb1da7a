"""Builds what the functions run: build/app/, and the same as build/app.zip. `python scripts/build.py`

The machine that builds need not be like the one that runs: wheels are fetched for Lambda's arm64 and Python 3.13.
The same source gives the same bytes, so that a deployment of unchanged code changes nothing.
"""

import compileall
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from py_compile import PycInvalidationMode

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
APP = BUILD / "app"
PYTHON = "3.13"
# The runtime is Amazon Linux 2023 with glibc 2.34, and takes wheels for every older one.
PLATFORMS = ("manylinux2014_aarch64", "manylinux_2_28_aarch64", "manylinux_2_34_aarch64")
# Installers leave these behind; functions do not need them, and some differ from build to build.
LEFTOVERS = ("bin", "*.dist-info/RECORD", "*.dist-info/direct_url.json")


def main() -> None:
    """Builds from nothing, so that what was deleted is gone."""
    if f"{sys.version_info.major}.{sys.version_info.minor}" != PYTHON:
        # Another version would compile for itself, and the functions would start slowly without saying why.
        sys.exit(f"Build with Python {PYTHON}, which the functions run.")
    shutil.rmtree(APP, ignore_errors=True)
    install(APP)
    shutil.copytree(ROOT / "src" / "app", APP / "app", ignore=shutil.ignore_patterns("__pycache__"))
    for pattern in LEFTOVERS:
        for path in APP.glob(pattern):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
    compile_all(APP)
    archive = BUILD / "app.zip"
    pack(APP, archive)
    print(f"{archive.relative_to(ROOT)}: {archive.stat().st_size / 1e6:.1f} MB")


def install(target: Path) -> None:
    """Installs the dependencies of the functions, and not those of development.

    boto3 is among them although Lambda has one: Lambda's changes whenever AWS updates the runtime, and then
    something would run in production that no test has seen.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    platforms = [argument for platform in PLATFORMS for argument in ("--platform", platform)]
    command = [
        *(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
        *("--no-compile", "--target", str(target)),
        # Only wheels: what had to be compiled here would be for this machine.
        *("--only-binary", ":all:", "--implementation", "cp", "--python-version", PYTHON),
        *platforms,
        *("--constraint", str(ROOT / "requirements-lock.txt"), *project["dependencies"]),
    ]
    subprocess.run(command, check=True)


def compile_all(folder: Path) -> None:
    """Compiles every module, which more than halves the work of a cold start: Lambda cannot keep what it compiles.

    The result depends on the source alone, and not on times or on the path of this folder.
    """
    compiled = compileall.compile_dir(
        folder,
        quiet=1,
        force=True,
        stripdir=str(folder),
        prependdir="/var/task",
        invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
    )
    if not compiled:
        sys.exit("Not every module could be compiled.")


def pack(folder: Path, archive: Path) -> None:
    """Zips a folder: in the order of the names, all files with one date and the same rights."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zip_file:
        for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3
                entry.external_attr = 0o644 << 16
                zip_file.writestr(entry, path.read_bytes())


if __name__ == "__main__":
    main()
