terraform {
  required_version = ">= 1.10"

  required_providers {
    newrelic = {
      source  = "newrelic/newrelic"
      version = "~> 3.99"
    }
  }

  # The bucket and the key are given at `terraform init`. The state holds no secret, but whoever writes it decides who is
  # called at night.
  backend "s3" {
    use_lockfile = true
  }
}

# Reads NEW_RELIC_ACCOUNT_ID, NEW_RELIC_API_KEY (a user key, not the licence key) and NEW_RELIC_REGION (US or EU) from the
# environment.
provider "newrelic" {}
