#!/usr/bin/env bash
# Everything that is done with the infrastructure of a stage, the same for a person and for a pipeline:
#
#   bash scripts/infra.sh bootstrap                  once per account: makes the bucket that keeps the state
#   bash scripts/infra.sh deploy STAGE [options]     applies infra/, then moves the traffic to the new code
#   bash scripts/infra.sh plan STAGE [options]       says what deploy would change
#   bash scripts/infra.sh output STAGE NAME          prints an output, for example api_url
#   bash scripts/infra.sh remove STAGE [options]     removes everything of the stage
#
# Options go to Terraform. TERRAFORM=tofu uses OpenTofu instead.
set -euo pipefail
cd "$(dirname "$0")/.."

terraform=${TERRAFORM:-terraform}

usage() {
  sed -n '2,10s/^# \{0,1\}//p' "$0" >&2
  exit 2
}

# The account that you are signed in to decides where the state lies: dev and prod in two accounts have two buckets.
region() {
  local region=${AWS_REGION:-${AWS_DEFAULT_REGION:-}}
  [ -n "$region" ] || region=$(aws configure get region) || true
  [ -n "$region" ] || { echo 'Say which region: set AWS_REGION.' >&2; exit 1; }
  echo "$region"
}
bucket() {
  echo "<% name %>-terraform-state-$(aws sts get-caller-identity --query Account --output text)"
}

bootstrap() {
  local region bucket
  region=$(region)
  bucket=$(bucket)
  # us-east-1 is the one region that must not be named here.
  local where=()
  [ "$region" = us-east-1 ] || where=(--create-bucket-configuration "LocationConstraint=$region")
  aws s3api create-bucket --bucket "$bucket" --region "$region" ${where[@]+"${where[@]}"} > /dev/null
  aws s3api put-public-access-block --bucket "$bucket" --public-access-block-configuration \
    BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
  # A state that was spoilt can be taken back to the version before.
  aws s3api put-bucket-versioning --bucket "$bucket" --versioning-configuration Status=Enabled
  aws s3api put-bucket-policy --bucket "$bucket" --policy "{
    \"Version\": \"2012-10-17\",
    \"Statement\": [{
      \"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:*\",
      \"Resource\": [\"arn:aws:s3:::$bucket\", \"arn:aws:s3:::$bucket/*\"],
      \"Condition\": { \"Bool\": { \"aws:SecureTransport\": \"false\" } }
    }]
  }"
  aws s3api put-bucket-tagging --bucket "$bucket" --tagging 'TagSet=[{Key=project,Value=<% name %>},{Key=managed-by,Value=script}]'
  echo "The state is kept in $bucket, in $region." >&2
}

# The folder .terraform belongs to one stage at a time, so this is done each time.
init() {
  local stage=$1 region bucket
  region=$(region)
  bucket=$(bucket)
  export AWS_REGION=$region
  "$terraform" -chdir=infra init -input=false -reconfigure -backend-config="environments/$stage.s3.tfbackend" \
    -backend-config="bucket=$bucket" -backend-config="region=$region" >&2
}

action=${1:-}
[ "$action" != bootstrap ] || { bootstrap; exit; }

stage=${2:-}
[[ $stage =~ ^(dev|staging|prod)$ ]] || usage
shift 2
# <% slot prepare %>

case $action in
  plan)
    init "$stage"
    "$terraform" -chdir=infra plan -var-file="environments/$stage.tfvars" "$@"
    ;;
  deploy)
    [ -f build/app.zip ] || { echo 'There is no build/app.zip: build first.' >&2; exit 1; }
    init "$stage"
    "$terraform" -chdir=infra apply -var-file="environments/$stage.tfvars" "$@"
    # Terraform has published new versions; until here, nobody calls them.
    bash scripts/shift-traffic.sh "$stage"
    ;;
  output)
    [ $# -eq 1 ] || usage
    init "$stage"
    "$terraform" -chdir=infra output -raw "$1"
    ;;
  remove)
    init "$stage"
    "$terraform" -chdir=infra destroy -var-file="environments/$stage.tfvars" "$@"
    ;;
  *) usage ;;
esac
