import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { GuideState } from '../../src/core/guide/guide-state';
import type { Visits } from '../../src/core/guide/visits';
import type { FromGuide } from '../../src/protocol/guide';
import { Guide } from '../../src/webview/guide/guide';
import { setWords } from '../../src/webview/guide/words';
import { settle, startClock, stopClock } from './clock';
import { hostPages } from './host-words';
import { type OpenPage, openPage } from './open-page';

/** A page of the guide in plain Node. */
export interface GuidePage extends Omit<OpenPage, 'show'> {
  /** What the page has said, without how it looks. */
  readonly sent: FromGuide[];
  /** How the page looks, as it last said. */
  readonly visits: () => Visits | undefined;
  show(state: GuideState): Promise<void>;
  /** Whether what the page watches is in view. */
  readonly see: OpenPage['show'];
  /** Everything on the page that has this class, in its order. */
  all(className: string): HTMLElement[];
}

export async function openGuidePage(): Promise<GuidePage> {
  setWords((await hostPages()).guideWords());
  const page = openPage();
  stopClock();
  const sent: FromGuide[] = [];
  let visits: Visits | undefined;
  const send = (intent: FromGuide) => {
    if (intent.kind === 'remember') visits = intent.visits;
    else sent.push(intent);
  };
  return {
    ...page,
    sent,
    visits: () => visits,
    show: async state => {
      await act(() => render(<Guide state={state} send={send} />, page.root));
      await settle();
    },
    see: page.show,
    all: className => [...page.root.querySelectorAll<HTMLElement>(`.${className}`)],
    close: async () => {
      await act(() => render(null, page.root));
      startClock();
      await page.close();
    },
  };
}
