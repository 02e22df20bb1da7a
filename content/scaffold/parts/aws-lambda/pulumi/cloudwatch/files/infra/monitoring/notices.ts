import * as aws from '@pulumi/aws';
import { denyPlaintext, policy } from '../policy.ts';
import { account, config, prefix } from '../settings.ts';
import type { Extra } from '../shared.ts';

/** Where alarms tell of themselves. An e-mail address is one listener; a chat or a pager can be others. */
export function createNotices(): Extra {
  const fromAlarms = {
    Principal: { Service: 'cloudwatch.amazonaws.com' },
    Condition: { StringEquals: { 'aws:SourceAccount': account } },
  };
  // Not encrypted: alarms cannot use the key that AWS keeps for topics, and notices hold names and figures only, never an order.
  const topic = new aws.sns.Topic('notices', { name: `${prefix}-alarms` });
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
