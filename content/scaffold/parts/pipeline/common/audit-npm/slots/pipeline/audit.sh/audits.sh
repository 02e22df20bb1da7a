# Some registries, mirrors above all, do not know the question. That says nothing about the libraries: it is named, and stops nobody.
audit_npm() {
  local said
  if said="$(npm audit --audit-level=high "$@" 2>&1)"; then
    echo "$said"
  elif [[ "$said" == *'audit endpoint returned an error'* ]]; then
    echo "NOT AUDITED: the registry cannot be asked. $said"
  else
    echo "$said"
    return 1
  fi
}
