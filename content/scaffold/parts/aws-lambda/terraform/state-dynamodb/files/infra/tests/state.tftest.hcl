# What the store promises.

mock_provider "aws" {
  source = "./tests/mocks"
}

run "kept_safe" {
  command = plan

  assert {
    condition     = aws_dynamodb_table.orders.deletion_protection_enabled && aws_dynamodb_table.orders.point_in_time_recovery[0].enabled
    error_message = "In prod, neither a mistake of Terraform nor one of the code may cost the orders."
  }

  assert {
    condition     = aws_dynamodb_table.orders.hash_key == "id"
    error_message = "The functions expect the key id."
  }
}
