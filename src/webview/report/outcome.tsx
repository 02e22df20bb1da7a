import type { FindingOutcome } from '../../core/assessment/finding';
import type { Fit } from '../../core/assessment/verdict';
import { Icon, type IconName } from '../parts/icon';
import { words } from './words';

/** An outcome as the page shows it: a blocker with a way round that keeps it serverless is one of its own. */
export type ShownOutcome = FindingOutcome | 'lifted';

export function shownOutcome(finding: { readonly outcome: FindingOutcome; readonly lifted: boolean }): ShownOutcome {
  return finding.outcome === 'blocker' && finding.lifted ? 'lifted' : finding.outcome;
}

/** Colours of results. Never the only sign of one. */
type Tone = 'good' | 'plain' | 'care' | 'bad';

export const toneOfOutcome: Readonly<Record<ShownOutcome, Tone>> = {
  strength: 'good',
  neutral: 'plain',
  concern: 'care',
  weakness: 'care',
  blocker: 'bad',
  lifted: 'care',
  open: 'plain',
  'not-applicable': 'plain',
};

export const toneOfFit: Readonly<Record<Fit, Tone>> = {
  'good-fit': 'good',
  'fit-with-mitigations': 'care',
  'poor-fit': 'bad',
  undecided: 'plain',
};

const iconOfFit: Readonly<Record<Fit, IconName>> = {
  'good-fit': 'strength',
  'fit-with-mitigations': 'mitigations',
  'poor-fit': 'blocker',
  undecided: 'open',
};

export function Outcome({ outcome }: { outcome: ShownOutcome }) {
  return (
    <span class={`outcome tone-${toneOfOutcome[outcome]}`}>
      <Icon name={outcome} />
      {words.outcomes[outcome]}
    </span>
  );
}

export function FitName({ fit }: { fit: Fit }) {
  return (
    <span class={`outcome tone-${toneOfFit[fit]}`}>
      <Icon name={iconOfFit[fit]} />
      {words.fits[fit]}
    </span>
  );
}
