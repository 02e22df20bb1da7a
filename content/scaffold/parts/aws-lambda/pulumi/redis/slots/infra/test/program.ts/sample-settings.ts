[`${project}:vpcId`]: 'vpc-0123456789abcdef0',
[`${project}:subnetIds`]: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
