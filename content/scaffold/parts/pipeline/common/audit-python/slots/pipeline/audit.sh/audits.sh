python -m pip install --quiet pip-audit==2.10.1
python -m pip_audit --requirement requirements.txt
