cloud.signingKey = 'a key for tests';
