import type * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import type { Statement } from './policy.ts';

/** Variables of a function. No secrets: whoever may look at a function may read them. */
export type Environment = Readonly<Record<string, pulumi.Input<string>>>;

/** What one thing, for example a table, adds to every function. */
export interface Extra {
  /** Variables, for the function of a trigger. */
  readonly environment?: (trigger: string) => Environment;
  /** Rights. */
  readonly statements?: readonly Statement[];
  /** Rights to read orders, for the function that shows them. The others only write. */
  readonly reading?: readonly Statement[];
  /** Layers, by their ARNs. */
  readonly layers?: readonly pulumi.Input<string>[];
  /** The private network that the functions have to be in. */
  readonly network?: {
    readonly subnetIds: readonly string[];
    readonly securityGroupIds: readonly pulumi.Input<string>[];
  };
  /** Whether Lambda records traces itself. */
  readonly tracing?: 'Active';
  /** Who hears of alarms, by ARN. */
  readonly alarmActions?: readonly pulumi.Input<string>[];
  /** The application in CodeDeploy that moves traffic. */
  readonly application?: aws.codedeploy.Application;
}

/** What all functions have in common. */
export interface Shared {
  readonly environment: (trigger: string) => Environment;
  readonly statements: readonly Statement[];
  readonly reading: readonly Statement[];
  readonly layers: readonly pulumi.Input<string>[];
  readonly network: Extra['network'];
  readonly tracing: 'Active' | 'PassThrough';
  readonly alarmActions: readonly pulumi.Input<string>[];
  readonly application: aws.codedeploy.Application;
}

/** Everything that functions have in common, from the things that each add some of it. */
export function combine(
  extras: Readonly<Record<string, Extra>> & { readonly deployments: Required<Pick<Extra, 'application'>> },
): Shared {
  const all: readonly Extra[] = Object.values(extras);
  return {
    environment: trigger => Object.assign({}, ...all.map(extra => extra.environment?.(trigger))),
    statements: all.flatMap(extra => extra.statements ?? []),
    reading: all.flatMap(extra => extra.reading ?? []),
    layers: all.flatMap(extra => extra.layers ?? []),
    network: all.find(extra => extra.network)?.network,
    tracing: all.some(extra => extra.tracing) ? 'Active' : 'PassThrough',
    alarmActions: all.flatMap(extra => extra.alarmActions ?? []),
    application: extras.deployments.application,
  };
}
