#!/usr/bin/env bash
# Fails when a library that goes to the cloud has a known weakness. For pull requests only: what became known since must not keep
# an urgent deployment back.
set -euo pipefail

# <% slot audits apart %>
