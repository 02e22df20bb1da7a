
# Required. The VPC of this stage and at least two of its private subnets, which need a way to the services of AWS.
vpc_id     = ""
subnet_ids = []
