/**
 * What VS Code gives a page: a way to speak up. The memory that it gives too is not used, since it is written down only every
 * few seconds: the extension keeps what outlives a page.
 */
interface VsCodeApi {
  postMessage(message: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension as a page sees it. `Up` is what the page may say. */
export interface Editor<Up> {
  send(message: Up): void;
  /** Hears whatever arrives, unchecked. */
  listen(hear: (message: unknown) => void): void;
}

/** Can be called once per page; VS Code gives its connection out only once. */
export function connect<Up>(): Editor<Up> {
  const api = acquireVsCodeApi();
  return {
    send: message => api.postMessage(message),
    listen: hear => window.addEventListener('message', event => hear(event.data)),
  };
}
