
vpc_config {
  subnet_ids         = var.settings.network.subnet_ids
  security_group_ids = var.settings.network.security_group_ids
}
