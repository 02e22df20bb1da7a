#!/usr/bin/env bash
# Exchanges the token of this job for credentials of an hour. To be sourced: they stay in the shell of the job.
credentials=$(aws sts assume-role-with-web-identity --role-arn "$AWS_DEPLOY_ROLE_ARN" --role-session-name "<% name %>-$CI_JOB_ID" \
  --web-identity-token "$AWS_ID_TOKEN" --duration-seconds 3600 \
  --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text)
read -r AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN <<< "$credentials"
export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
unset credentials
