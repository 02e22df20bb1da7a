#!/usr/bin/env bash
# Takes $STAGE back to the version before, now. The next deployment starts from what main says, so mend or revert it there too.
set -euo pipefail
: "${STAGE:?Say which stage: staging or prod.}"

<% rollback-script %>
