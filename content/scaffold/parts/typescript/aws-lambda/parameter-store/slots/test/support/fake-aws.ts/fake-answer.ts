if (target === 'AmazonSSM.GetParameter')
  return success({ Parameter: { Type: 'SecureString', Value: cloud.signingKey } });
