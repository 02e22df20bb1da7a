import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { config, isDev, prefix } from './settings.ts';
import type { Extra } from './shared.ts';

const port = 6379;

/**
 * The orders, in a cache inside your network. It is reached through TLS and from the functions only. Whoever is in their
 * security group is let in: there is no password that could leak.
 */
export function createOrders(): Extra {
  const vpcId = config.require('vpcId');
  const subnetIds = config.requireObject<string[]>('subnetIds');

  const functions = new aws.ec2.SecurityGroup('functions', {
    name: `${prefix}-functions`,
    description: `The functions of ${prefix}`,
    vpcId,
    tags: { Name: `${prefix}-functions` },
  });
  const cacheGroup = new aws.ec2.SecurityGroup('cache', {
    name: `${prefix}-cache`,
    description: `The cache of ${prefix}`,
    vpcId,
    tags: { Name: `${prefix}-cache` },
  });
  new aws.vpc.SecurityGroupIngressRule('cache-from-functions', {
    securityGroupId: cacheGroup.id,
    referencedSecurityGroupId: functions.id,
    description: 'From the functions',
    ipProtocol: 'tcp',
    fromPort: port,
    toPort: port,
  });
  const toCache = new aws.vpc.SecurityGroupEgressRule('functions-to-cache', {
    securityGroupId: functions.id,
    referencedSecurityGroupId: cacheGroup.id,
    description: 'To the cache',
    ipProtocol: 'tcp',
    fromPort: port,
    toPort: port,
  });
  const toServices = new aws.vpc.SecurityGroupEgressRule('functions-to-services', {
    securityGroupId: functions.id,
    cidrIpv4: '0.0.0.0/0',
    description: 'To DynamoDB and other services, through endpoints or a NAT gateway of the VPC',
    ipProtocol: 'tcp',
    fromPort: 443,
    toPort: 443,
  });

  const cache = new aws.elasticache.ServerlessCache('orders', {
    name: `${prefix}-orders`,
    description: `Orders of ${prefix}`,
    engine: 'valkey',
    majorEngineVersion: '8',
    subnetIds,
    securityGroupIds: [cacheGroup.id],
    // A ceiling for the bill. When it is full, what was not used for the longest time goes.
    cacheUsageLimits: { dataStorage: { maximum: 5, unit: 'GB' }, ecpuPerSeconds: [{ maximum: 5000 }] },
    snapshotRetentionLimit: isDev ? 0 : 7,
    dailySnapshotTime: '03:00',
  });
  // The functions are made after the rules: before, their first calls would run into a wall.
  const securityGroupId = pulumi.all([functions.id, toCache.id, toServices.id]).apply(([id]) => id);
  const address = cache.endpoints.apply(([endpoint]) => endpoint?.address ?? '');
  return {
    environment: () => ({ REDIS_URL: pulumi.interpolate`rediss://${address}:${port}` }),
    network: { subnetIds, securityGroupIds: [securityGroupId] },
    statements: [
      // Lambda puts the function's interfaces into the network with these; AWS asks for them without a resource.
      {
        Sid: 'JoinNetwork',
        Action: [
          'ec2:AssignPrivateIpAddresses',
          'ec2:CreateNetworkInterface',
          'ec2:DeleteNetworkInterface',
          'ec2:DescribeNetworkInterfaces',
          'ec2:DescribeSubnets',
          'ec2:UnassignPrivateIpAddresses',
        ],
        Resource: '*',
      },
    ],
  };
}
