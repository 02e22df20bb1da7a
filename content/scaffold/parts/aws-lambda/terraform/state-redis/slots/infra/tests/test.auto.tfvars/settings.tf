
vpc_id     = "vpc-0aaaaaaaaaaaaaaaa"
subnet_ids = ["subnet-0aaaaaaaaaaaaaaaa", "subnet-0bbbbbbbbbbbbbbbb"]
