/** What VS Code gives a page: a way to speak up, and a small memory that outlives the page. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension as a page sees it. `Up` is what the page may say. */
export interface Editor<Up> {
  send(message: Up): void;
  /** What `remember` was last given, also after a reload; from another version it can be anything. */
  recall(): unknown;
  remember(memory: object): void;
  /** Hears whatever arrives, unchecked. */
  listen(hear: (message: unknown) => void): void;
}

/** Can be called once per page; VS Code gives its connection out only once. */
export function connect<Up>(): Editor<Up> {
  const api = acquireVsCodeApi();
  return {
    send: message => api.postMessage(message),
    recall: () => api.getState(),
    remember: memory => api.setState(memory),
    listen: hear => window.addEventListener('message', event => hear(event.data)),
  };
}
