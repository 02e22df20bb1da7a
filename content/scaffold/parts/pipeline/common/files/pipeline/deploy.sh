#!/usr/bin/env bash
# Brings build/ to $STAGE. In staging and prod a tenth of the calls goes to the new version for five minutes. When an errors alarm
# fires in that time, everything goes back to the version before by itself, and this fails.
set -euo pipefail
: "${STAGE:?Say which stage: staging or prod.}"

<% deploy-script %>
