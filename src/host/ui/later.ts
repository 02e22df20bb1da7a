import * as vscode from 'vscode';

/** Makes something when it is first asked for, and once, however many ask. After a failure the next who asks tries again. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let making: Promise<T> | undefined;
  return () => {
    making ??= make().catch(error => {
      making = undefined;
      throw error;
    });
    return making;
  };
}

/**
 * Loads code of ours when it is first needed. When that fails, whoever needed it is told so by VS Code, which shows the sentence of
 * the error, and whoever needs it next tries again.
 */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  return once(async () => {
    try {
      return await load();
    } catch (cause) {
      const message = vscode.l10n.t(
        'Serverless Advisor could not load what is needed for this. Try it again; if it still fails, reload the window or install the extension again.',
      );
      throw new Error(message, { cause });
    }
  });
}

/** Fills a page with code that is loaded when it is first needed. A page that was closed meanwhile is left alone. */
export async function fillLater<T>(
  page: { readonly onDidDispose: vscode.Event<void> },
  load: () => Promise<T>,
  fill: (loaded: T) => Promise<void>,
): Promise<void> {
  let isClosed = false;
  const listening = page.onDidDispose(() => {
    isClosed = true;
  });
  try {
    const loaded = await load();
    if (!isClosed) await fill(loaded);
  } finally {
    listening.dispose();
  }
}
