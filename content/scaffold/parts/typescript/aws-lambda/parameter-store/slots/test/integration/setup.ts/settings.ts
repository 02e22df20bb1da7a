process.env.SIGNING_KEY_PARAMETER = '/<% name %>/dev/signing-key';
