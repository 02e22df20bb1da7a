import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { denyPlaintext, policy } from '../policy.ts';
import { account, config, partition, prefix } from '../settings.ts';
import type { Extra } from '../shared.ts';

/** Where alarms tell of themselves. An e-mail address is one listener; a chat or a pager can be others. */
export function createNotices(): Extra {
  const fromAlarms = {
    Principal: { Service: 'cloudwatch.amazonaws.com' },
    Condition: { StringEquals: { 'aws:SourceAccount': account } },
  };
  // A key of its own: alarms cannot use the key that AWS keeps for topics.
  const key = new aws.kms.Key('notices', {
    description: `Notices of ${prefix}`,
    enableKeyRotation: true,
    deletionWindowInDays: 7,
    policy: policy(
      {
        Sid: 'AdministerByRightsOfTheAccount',
        Principal: { AWS: pulumi.interpolate`arn:${partition}:iam::${account}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
      { Sid: 'AllowAlarms', ...fromAlarms, Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: '*' },
    ),
  });
  const topic = new aws.sns.Topic('notices', { name: `${prefix}-alarms`, kmsMasterKeyId: key.id });
  new aws.sns.TopicPolicy('notices', {
    arn: topic.arn,
    policy: policy(
      { Sid: 'AllowAlarms', ...fromAlarms, Action: 'sns:Publish', Resource: topic.arn },
      denyPlaintext('sns:Publish', topic.arn),
    ),
  });
  const email = config.get('alarmEmail');
  if (email) new aws.sns.TopicSubscription('notices-email', { topic: topic.arn, protocol: 'email', endpoint: email });
  return { alarmActions: [topic.arn] };
}
