import { createDeployments } from './deployments.ts';
// <% slot import-events %>
// <% slot import-flags %>
// <% slot import-http %>
import { createIdempotency } from './idempotency.ts';
// <% slot import-monitoring-dashboard %>
// <% slot import-monitoring-dead-letters %>
// <% slot import-monitoring-functions %>
// <% slot import-monitoring-http %>
// <% slot import-monitoring-notices %>
// <% slot import-monitoring-queue %>
// <% slot import-monitoring-stream %>
// <% slot import-object %>
// <% slot import-orders %>
// <% slot import-queue %>
// <% slot import-schedule %>
import { combine } from './shared.ts';
// <% slot import-signing-key %>
// <% slot import-stream %>
// <% slot import-telemetry %>

// What every function needs. Each line adds its own variables and rights, and nothing else.
const shared = combine({
  deployments: createDeployments(),
  idempotency: createIdempotency(),
  // <% slot shared %>
});

// What starts functions.
const triggers = {
  // <% slot triggers %>
};
// <% slot dashboard-open %>
// <% slot dashboard %>
// <% slot dashboard-close %>

// What a deployment tells. `pulumi stack output` shows it again.
export const functions = Object.values(triggers).map(trigger => trigger.function.name);
// <% slot outputs %>
