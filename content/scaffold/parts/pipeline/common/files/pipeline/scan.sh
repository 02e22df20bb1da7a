#!/usr/bin/env bash
# Looks for insecure settings and forgotten secrets in everything that is in the repository. What does not apply here is listed with
# its reason in .checkov.yaml or beside the resource.
set -euo pipefail

# An environment of its own: the scanner pins libraries that other tools want in other versions.
python -m venv build/scanner
build/scanner/bin/python -m pip install --quiet checkov==3.3.30
build/scanner/bin/checkov --directory . --config-file .checkov.yaml --skip-path '^build/' --skip-path '(^|/)\.venv/' --skip-download --quiet --compact

# <% slot scans apart %>
