import { render } from 'preact';
import type { FromGuide, GuideState, GuideWords } from '../../src/protocol/guide';
import { Guide } from '../../src/webview/guide/guide';
import { hostPages } from './host-words';
import { openPage, type PageElement } from './page-elements';

/** A page of the guide in plain Node. */
export interface GuidePage {
  readonly root: PageElement;
  readonly words: GuideWords;
  readonly sent: FromGuide[];
  readonly memory: { value: unknown };
  show(state: GuideState): Promise<void>;
  /** Everything on the page that has this class, in its order. */
  all(className: string): PageElement[];
  close(): Promise<void>;
}

/** Long enough for Preact to run its effects and what follows from them. */
export const settle = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 120));

export async function openGuidePage(memory?: unknown): Promise<GuidePage> {
  const words = (await hostPages()).guideWords();
  const { root, close } = openPage();
  const sent: FromGuide[] = [];
  const kept = { value: memory };
  const editor = {
    send: (intent: FromGuide) => {
      sent.push(intent);
    },
    recall: () => kept.value,
    remember: (value: object) => {
      kept.value = value;
    },
    listen: () => {},
  };
  return {
    root,
    words,
    sent,
    memory: kept,
    show: async state => {
      render(<Guide state={state} words={words} editor={editor} />, root as unknown as Element);
      await settle();
    },
    all: className =>
      root.descendants.filter(element => (element.getAttribute('class') ?? '').split(' ').includes(className)),
    close: async () => {
      render(null, root as unknown as Element);
      await settle();
      close();
    },
  };
}
