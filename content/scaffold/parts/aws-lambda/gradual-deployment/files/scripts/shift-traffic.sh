#!/usr/bin/env bash
# Moves the traffic of a stage between versions of its functions.
#
#   bash scripts/shift-traffic.sh STAGE         to the newest version: in staging and prod a tenth first, the rest after five minutes
#   bash scripts/shift-traffic.sh STAGE back    to what was live before the last release, at once
#
# The infrastructure publishes a version for each change; callers use the alias "live", and only this script moves it. CodeDeploy
# does the moving and watches the errors alarms. When one fires, all functions go back to where they were, and this fails: new
# functions beside old ones are a mix that nobody has tested.
set -euo pipefail

project="<% name %>"
alias=live

stage=${1:-}
direction=${2:-forward}
if [[ ! $stage =~ ^(dev|staging|prod)$ || ! $direction =~ ^(forward|back)$ ]]; then
  sed -n '2,5s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
application=$project-$stage
pause=${POLL_SECONDS:-15}

live_version() {
  aws lambda get-alias --function-name "$1" --name "$alias" --query FunctionVersion --output text
}

newest_version() {
  # By number, because 10 comes after 9; and $LATEST is no version.
  aws lambda list-versions-by-function --function-name "$1" --query 'Versions[].Version' --output text |
    tr -s '[:space:]' '\n' | grep -E '^[0-9]+$' | sort -n | tail -n 1
}

# All calls to one version, now.
set_live() {
  aws lambda update-alias --function-name "$1" --name "$alias" --function-version "$2" \
    --routing-config 'AdditionalVersionWeights={}' > /dev/null
  echo "$1: all calls go to version $2."
}

status_of() {
  aws deploy get-deployment --deployment-id "$1" --query deploymentInfo.status --output text
}

# Ends a deployment where it stands. It has to be over before anyone else moves the alias, or it moves it once more.
stop() {
  local tries
  # One that is over already cannot be stopped, and need not be.
  aws deploy stop-deployment --deployment-id "$1" --no-auto-rollback-enabled > /dev/null 2>&1 || true
  for tries in {1..20}; do
    case $(status_of "$1") in Succeeded | Failed | Stopped) return ;; esac
    [ "$tries" -eq 20 ] || sleep "$pause"
  done
  echo "$1 does not come to an end; look at it in the console of CodeDeploy." >&2
}

# --- forward ---

# What moves, and from where to where: four lists that belong together, position by position. (Bash 3.2, which macOS has, knows no maps.)
functions=()
from=()
to=()
deployments=()

start() {
  local function=$1 current=$2 target=$3 content
  content="{\\\"version\\\":0.0,\\\"Resources\\\":[{\\\"function\\\":{\\\"Type\\\":\\\"AWS::Lambda::Function\\\",\\\"Properties\\\":{\\\"Name\\\":\\\"$function\\\",\\\"Alias\\\":\\\"$alias\\\",\\\"CurrentVersion\\\":\\\"$current\\\",\\\"TargetVersion\\\":\\\"$target\\\"}}}]}"
  # Going back later, the description tells which functions changed together, and from which version.
  aws deploy create-deployment --application-name "$application" --deployment-group-name "$function" \
    --description "release $release from $current to $target" \
    --revision "{\"revisionType\":\"AppSpecContent\",\"appSpecContent\":{\"content\":\"$content\"}}" \
    --query deploymentId --output text
}

take_back() {
  local code=$? i
  trap - EXIT INT TERM
  set +e
  echo "Taking everything of this release in $stage back." >&2
  for i in "${!deployments[@]}"; do
    stop "${deployments[$i]}"
    set_live "${functions[$i]}" "${from[$i]}"
  done
  exit "$((code > 0 ? code : 1))"
}

forward() {
  local function current target id state open i deadline
  for function in $all; do
    current=$(live_version "$function")
    target=$(newest_version "$function")
    if [ "$current" = "$target" ]; then
      echo "$function: version $current is live already."
    else
      functions+=("$function")
      from+=("$current")
      to+=("$target")
    fi
  done
  [ "${#functions[@]}" -gt 0 ] || return 0

  # From here on nothing stays half done, whatever ends this: an alarm, an error, or a pipeline that somebody cancels.
  trap take_back EXIT
  trap 'exit 130' INT TERM
  release=$(date +%s)
  for i in "${!functions[@]}"; do
    id=$(start "${functions[$i]}" "${from[$i]}" "${to[$i]}")
    deployments+=("$id")
    echo "${functions[$i]}: from version ${from[$i]} to ${to[$i]} ($id)."
  done

  # Five minutes of trial, the moving itself, and as much again for a slow day.
  deadline=$((SECONDS + 15 * 60))
  while :; do
    open=0
    for i in "${!deployments[@]}"; do
      state=$(status_of "${deployments[$i]}")
      case $state in
        Succeeded) ;;
        Failed | Stopped)
          echo "${functions[$i]}: $state. Look at the alarm ${functions[$i]}-errors and at the log of the function." >&2
          exit 1
          ;;
        *) open=$((open + 1)) ;;
      esac
    done
    [ "$open" -gt 0 ] || break
    [ "$SECONDS" -lt "$deadline" ] || { echo 'Not done after 15 minutes.' >&2; exit 1; }
    sleep "$pause"
  done
  trap - EXIT INT TERM
  for i in "${!functions[@]}"; do echo "${functions[$i]}: all calls go to version ${to[$i]}."; done
}

# --- back ---

# The release that made a version live, and the version before: "1795339800 7". Counting down would not do, because the version
# before by number may be one that was taken back itself.
origin_of() {
  local function=$1 current=$2 id description newest=0 before='' words
  for id in $(aws deploy list-deployments --application-name "$application" --deployment-group-name "$function" \
    --include-only-statuses Succeeded --create-time-range "start=$(($(date +%s) - 90 * 24 * 60 * 60))" \
    --query 'deployments[]' --output text); do
    description=$(aws deploy get-deployment --deployment-id "$id" --query deploymentInfo.description --output text)
    [[ $description =~ ^release\ [0-9]+\ from\ [0-9]+\ to\ $current$ ]] || continue
    read -r -a words <<< "$description"
    if [ "${words[1]}" -gt "$newest" ]; then
      newest=${words[1]}
      before=${words[3]}
    fi
  done
  echo "$newest $before"
}

back() {
  local function id release before last=0 i
  local releases=() befores=() names=()
  for function in $all; do
    for id in $(aws deploy list-deployments --application-name "$application" --deployment-group-name "$function" \
      --include-only-statuses Created Queued InProgress Ready --query 'deployments[]' --output text); do
      stop "$id"
    done
    read -r release before <<< "$(origin_of "$function" "$(live_version "$function")")"
    names+=("$function")
    releases+=("$release")
    befores+=("$before")
    if [ "$release" -gt "$last" ]; then last=$release; fi
  done
  [ "$last" -gt 0 ] || { echo 'There has been no release in the last 90 days that could be taken back.' >&2; exit 1; }
  for i in "${!names[@]}"; do
    if [ "${releases[$i]}" = "$last" ]; then
      set_live "${names[$i]}" "${befores[$i]}"
    else
      echo "${names[$i]}: not part of the last release, stays as it is."
    fi
  done
}

# Each function has a deployment group that bears its name.
all=$(aws deploy list-deployment-groups --application-name "$application" --query 'deploymentGroups[]' --output text)
if [[ -z $all || $all == None ]]; then
  echo "$application has no functions." >&2
  exit 1
fi
"$direction"
