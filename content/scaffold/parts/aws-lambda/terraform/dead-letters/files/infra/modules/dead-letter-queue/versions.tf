terraform {
  required_version = ">= 1.10"

  required_providers {
    aws = {
      source = "hashicorp/aws"
      # What the module needs at least. Which version it gets is decided in the versions.tf at the root.
      version = ">= 5.100"
    }
  }
}
