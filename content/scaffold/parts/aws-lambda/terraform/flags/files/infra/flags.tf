variable "feature_flags" {
  description = "What is switched on in this stage."
  type        = map(bool)
  default     = { order-discount = false }
}
