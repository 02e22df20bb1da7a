// <% slot import-random %>
import type { Dependencies } from '../aws/dependencies';
// <% slot import-flags %>
// <% slot import-signer %>
// <% slot import-memory-store %>
import { onceInMemory } from './once';

const once = onceInMemory();
// <% slot const-key %>

/** The same doors to the outside as in the cloud, with nothing but this machine behind them. */
export const dependencies: Dependencies = {
  onceFor: () => once,
  // <% slot connections %>
};
