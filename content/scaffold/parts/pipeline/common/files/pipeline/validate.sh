#!/usr/bin/env bash
# Checks the infrastructure without an account and without credentials, so that it can run for any pull request.
set -euo pipefail

<% validate-script %>
