#!/usr/bin/env bash
# Asks the API of $STAGE whether it is there: through its public address, the way callers come.
set -euo pipefail
: "${STAGE:?Say which stage: staging or prod.}"

<% outputs-script %>

curl --fail --silent --show-error --max-time 10 --retry 5 --retry-delay 3 --retry-all-errors "${API_URL%/}/health"

# <% slot checks apart %>
