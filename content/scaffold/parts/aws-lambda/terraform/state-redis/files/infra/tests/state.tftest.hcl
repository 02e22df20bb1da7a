# What the cache promises.

mock_provider "aws" {
  source = "./tests/mocks"
}

run "reached_by_the_functions_only" {
  command = plan

  assert {
    condition     = aws_vpc_security_group_ingress_rule.cache.cidr_ipv4 == null && aws_vpc_security_group_ingress_rule.cache.from_port == 6379
    error_message = "The cache asks for no password, so only the functions may reach it."
  }

  assert {
    condition     = aws_elasticache_serverless_cache.orders.cache_usage_limits[0].data_storage[0].maximum > 0 && aws_elasticache_serverless_cache.orders.cache_usage_limits[0].ecpu_per_second[0].maximum > 0
    error_message = "Nothing limits what the cache may cost."
  }

  assert {
    condition     = aws_elasticache_serverless_cache.orders.snapshot_retention_limit >= 7
    error_message = "prod keeps a week of copies."
  }
}

run "refuses_a_single_zone" {
  command = plan

  variables {
    subnet_ids = ["subnet-0aaaaaaaaaaaaaaaa"]
  }

  expect_failures = [var.subnet_ids]
}
