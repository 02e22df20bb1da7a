
network = {
  subnet_ids         = var.subnet_ids
  security_group_ids = [aws_security_group.functions.id]
}
