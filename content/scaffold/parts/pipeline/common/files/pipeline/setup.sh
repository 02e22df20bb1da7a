#!/usr/bin/env bash
# Installs <% iac-label %> on a build machine.
set -euo pipefail

<% setup-script %>

# On GitHub every step is a new shell, which has to be told where the tool went.
if [ -n "${GITHUB_PATH:-}" ]; then echo "$PATH" >> "$GITHUB_PATH"; fi
