import { render } from 'preact';
import type { Visits } from '../../src/core/guide/visits';
import type { FromGuide, GuideState, GuideWords } from '../../src/protocol/guide';
import { Guide } from '../../src/webview/guide/guide';
import { settle, startClock, stopClock } from './clock';
import { hostPages } from './host-words';
import { openPage, type PageElement } from './page-elements';

/** A page of the guide in plain Node. */
export interface GuidePage {
  readonly root: PageElement;
  readonly words: GuideWords;
  /** What the page has said, without how it looks. */
  readonly sent: FromGuide[];
  /** How the page looks, as it last said. */
  readonly visits: () => Visits | undefined;
  show(state: GuideState): Promise<void>;
  /** Everything on the page that has this class, in its order. */
  all(className: string): PageElement[];
  close(): Promise<void>;
}

export async function openGuidePage(): Promise<GuidePage> {
  const words = (await hostPages()).guideWords();
  const { root, close } = openPage();
  stopClock();
  const sent: FromGuide[] = [];
  let visits: Visits | undefined;
  const send = (intent: FromGuide) => {
    if (intent.kind === 'remember') visits = intent.visits;
    else sent.push(intent);
  };
  return {
    root,
    words,
    sent,
    visits: () => visits,
    show: async state => {
      render(<Guide state={state} words={words} send={send} />, root as unknown as Element);
      await settle();
    },
    all: className =>
      root.descendants.filter(element => (element.getAttribute('class') ?? '').split(' ').includes(className)),
    close: async () => {
      render(null, root as unknown as Element);
      await settle();
      startClock();
      close();
    },
  };
}
