# What is deployed, in exactly the versions that are deployed; in an environment of its own, so that the auditor is none of it.
python scripts/build.py
python -m venv build/auditor
build/auditor/bin/python -m pip install --quiet pip-audit==2.10.1
build/auditor/bin/python -m pip_audit --path build/app
