import type * as vscode from 'vscode';
import type { Features } from './features';
import { registerAssessment } from './host/assessment/registration';
import { registerGuide } from './host/guide/registration';
import { registerScaffold } from './host/scaffold/registration';
import { loadOnce, once } from './host/ui/later';

/** Registers every feature and returns; nothing is loaded or read before it is used. */
export function activate(context: vscode.ExtensionContext): void {
  const features = once(async () => (await import('./features')).openFeatures(context));
  const later = <T>(open: (features: Features) => Promise<T>) => loadOnce(async () => open(await features()));
  context.subscriptions.push(
    registerAssessment(later(({ assessment }) => assessment())),
    registerScaffold(later(({ scaffold }) => scaffold())),
    registerGuide(later(({ guide }) => guide())),
  );
}
