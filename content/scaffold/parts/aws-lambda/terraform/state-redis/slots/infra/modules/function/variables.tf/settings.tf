
network = object({
  subnet_ids         = list(string)
  security_group_ids = list(string)
})
