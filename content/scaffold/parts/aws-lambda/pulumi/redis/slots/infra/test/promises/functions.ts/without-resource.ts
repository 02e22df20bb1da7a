// Lambda puts functions into the network.
'ec2:AssignPrivateIpAddresses',
'ec2:CreateNetworkInterface',
'ec2:DeleteNetworkInterface',
'ec2:DescribeNetworkInterfaces',
'ec2:DescribeSubnets',
'ec2:UnassignPrivateIpAddresses',
