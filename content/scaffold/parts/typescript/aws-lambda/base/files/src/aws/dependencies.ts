import type { Context } from 'aws-lambda';
// <% slot import-port-flags %>
import type { Once } from '../orders/once';
// <% slot import-port-signer %>
// <% slot import-port-store %>
// <% slot import-flags %>
import { onceFor } from './idempotency';
// <% slot import-signer %>
// <% slot import-store %>

/** What the functions need from outside. The local server and the tests bring their own. */
export interface Dependencies {
  onceFor(context: Context): Once;
  // <% slot types %>
}

/** Made once per execution environment, before its first call, and used by all of them: connections stay open between calls. */
export const dependencies: Dependencies = {
  onceFor,
  // <% slot connections %>
};
