import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { prefix, region } from '../settings.ts';

export interface Graph {
  readonly title: string;
  /** Each as CloudWatch has them in dashboards: namespace, metric, names and values of dimensions, options. */
  readonly metrics: readonly (readonly pulumi.Input<string | Readonly<Record<string, string>>>[])[];
}

/** One page that shows how the stage is. */
export function createDashboard(graphs: Readonly<Record<string, readonly Graph[]>>): void {
  new aws.cloudwatch.Dashboard('dashboard', {
    dashboardName: prefix,
    dashboardBody: pulumi.jsonStringify({
      widgets: Object.values(graphs)
        .flat()
        .map((graph, index) => ({
          type: 'metric',
          x: (index % 2) * 12,
          y: Math.floor(index / 2) * 6,
          width: 12,
          height: 6,
          properties: { ...graph, region, view: 'timeSeries', period: 60 },
        })),
    }),
  });
}
