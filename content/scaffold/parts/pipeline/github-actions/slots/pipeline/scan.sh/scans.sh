# The workflows hold the keys to production, so they get a scanner of their own.
build/scanner/bin/python -m pip install --quiet zizmor==1.32.0
build/scanner/bin/zizmor --offline --no-progress .github
