variable "vpc_id" {
  description = "The VPC that the cache and the functions are in."
  type        = string

  validation {
    condition     = startswith(var.vpc_id, "vpc-")
    error_message = "Set vpc_id in environments/<stage>.tfvars: the VPC that exists for this stage, vpc-…"
  }
}

variable "subnet_ids" {
  description = "Private subnets of this VPC, in at least two zones, with a way to DynamoDB and to the other services of AWS."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "Set subnet_ids in environments/<stage>.tfvars: private subnets in at least two zones, so that one may fail."
  }
}

resource "aws_security_group" "functions" {
  #checkov:skip=CKV2_AWS_5:The functions are in it; this check does not follow it into their module.
  name        = "${local.prefix}-functions"
  description = "The functions of ${local.prefix}"
  vpc_id      = var.vpc_id

  # A security group that is in use cannot be replaced in place.
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_security_group" "cache" {
  name        = "${local.prefix}-cache"
  description = "The cache of ${local.prefix}"
  vpc_id      = var.vpc_id

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "cache" {
  security_group_id            = aws_security_group.functions.id
  description                  = "To the cache"
  referenced_security_group_id = aws_security_group.cache.id
  ip_protocol                  = "tcp"
  from_port                    = 6379
  to_port                      = 6380
}

resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.functions.id
  description       = "To the services of AWS, through endpoints or a NAT gateway"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

# Nobody but the functions. This and the encrypted connection are what protects the cache: it asks for no password.
resource "aws_vpc_security_group_ingress_rule" "cache" {
  security_group_id            = aws_security_group.cache.id
  description                  = "From the functions"
  referenced_security_group_id = aws_security_group.functions.id
  ip_protocol                  = "tcp"
  from_port                    = 6379
  to_port                      = 6380
}

resource "aws_elasticache_serverless_cache" "orders" {
  name                 = local.prefix
  description          = "Orders of ${local.prefix}"
  engine               = "valkey"
  major_engine_version = "8"
  security_group_ids   = [aws_security_group.cache.id]
  subnet_ids           = var.subnet_ids

  # A copy a day. What was written since is gone when the cache is lost: it is no place for what must survive everything.
  daily_snapshot_time      = "03:00"
  snapshot_retention_limit = var.stage == "dev" ? 1 : 7

  # Ceilings, so that a mistake fills the cache and not the bill.
  cache_usage_limits {
    data_storage {
      maximum = 5
      unit    = "GB"
    }

    ecpu_per_second {
      maximum = 5000
    }
  }
}

# To be in a VPC, a function has to make and remove network interfaces. Their names do not exist beforehand, hence the star.
data "aws_iam_policy_document" "network" {
  #checkov:skip=CKV_AWS_111:Network interfaces have no name before they exist.
  #checkov:skip=CKV_AWS_356:Network interfaces have no name before they exist.
  statement {
    sid = "JoinNetwork"
    actions = [
      "ec2:AssignPrivateIpAddresses",
      "ec2:CreateNetworkInterface",
      "ec2:DeleteNetworkInterface",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeSubnets",
      "ec2:UnassignPrivateIpAddresses",
    ]
    resources = ["*"]
  }
}
