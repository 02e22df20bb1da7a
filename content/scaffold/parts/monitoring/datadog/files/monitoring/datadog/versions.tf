terraform {
  required_version = ">= 1.10"

  required_providers {
    datadog = {
      source  = "DataDog/datadog"
      version = "~> 4.26"
    }
  }

  # The bucket and the key are given at `terraform init`. The state holds no secret, but whoever writes it decides who is
  # called at night.
  backend "s3" {
    use_lockfile = true
  }
}

# Reads DD_API_KEY, DD_APP_KEY and DD_HOST (for example https://api.datadoghq.eu/) from the environment.
provider "datadog" {}
