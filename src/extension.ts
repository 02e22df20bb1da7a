import * as vscode from 'vscode';

export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('serverlessAdvisor.assess', () => vscode.window.showInformationMessage('hello')),
  );
}
