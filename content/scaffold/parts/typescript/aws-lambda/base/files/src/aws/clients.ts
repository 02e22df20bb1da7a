/**
 * For every client of the AWS SDK. Without these it would wait for an answer for ever: a call that hangs would cost the
 * whole time of the function and end without a word. Three attempts of two seconds fit into the time that the functions have.
 */
export const clientSettings = {
  maxAttempts: 3,
  requestHandler: {
    connectionTimeout: 1000,
    requestTimeout: 2000,
    // Otherwise the SDK only writes a warning when the time is over.
    throwOnRequestTimeout: true,
  },
};
