import * as aws from '@pulumi/aws';
import { prefix } from './settings.ts';

/** What CodeDeploy calls the functions of a stage together. Each function has a deployment group in it. */
export function createDeployments(): { application: aws.codedeploy.Application } {
  return { application: new aws.codedeploy.Application('functions', { name: prefix, computePlatform: 'Lambda' }) };
}
