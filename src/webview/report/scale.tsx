import type { Score } from '../../core/assessment/score';
import { fillIn, printNumber } from '../parts/phrase';
import { usePage } from './page';
import { points } from './standing';
import { words } from './words';

/** The score on its line from 0 to 100, the range it can still move in, and where verdicts change. */
export function Scale({ score }: { score: Score }) {
  const { state } = usePage();
  const { poorBelow, goodFrom } = state.policy;
  // The sentence below the scale says all of it, and better than a list of marks would.
  return (
    <svg class="scale" aria-hidden="true">
      <Zone from={0} to={poorBelow} tone="bad" />
      <Zone from={poorBelow} to={goodFrom} tone="care" />
      <Zone from={goodFrom} to={100} tone="good" />
      <Limit at={poorBelow} text={fillIn(words.poorBelow, poorBelow)} anchor="end" />
      <Limit at={goodFrom} text={fillIn(words.goodFrom, goodFrom)} anchor="start" />
      {score.high > score.low && <Range {...score} />}
      {score.score !== undefined && <Marker at={score.score} />}
    </svg>
  );
}

function Zone({ from, to, tone }: { from: number; to: number; tone: 'bad' | 'care' | 'good' }) {
  return <rect class={`scale-zone tone-${tone}`} x={percent(from)} y="26" width={percent(to - from)} height="8" />;
}

function Limit({ at, text, anchor }: { at: number; text: string; anchor: 'start' | 'end' }) {
  return (
    <g class="scale-limit">
      <line x1={percent(at)} x2={percent(at)} y1="20" y2="54" />
      <text x={percent(at)} dx={anchor === 'end' ? -6 : 6} y="53" text-anchor={anchor}>
        {text}
      </text>
    </g>
  );
}

function Range({ low, high, score }: Score) {
  // Ends that stand close to the score would be written over it.
  const far = (end: number) => score === undefined || Math.abs(end - score) > 7;
  return (
    <g class="scale-range">
      <rect x={percent(low)} y="22" width={percent(high - low)} height="16" rx="3" />
      {far(low) && <End at={low} number={Math.floor(low)} />}
      {far(high) && <End at={high} number={Math.ceil(high)} />}
    </g>
  );
}

function End({ at, number }: { at: number; number: number }) {
  return (
    <text x={percent(at)} y="15" text-anchor={anchorFor(at)}>
      {printNumber(number)}
    </text>
  );
}

function Marker({ at }: { at: number }) {
  return (
    <g class="scale-score">
      <line x1={percent(at)} x2={percent(at)} y1="20" y2="40" />
      <circle cx={percent(at)} cy="30" r="7" />
      <text x={percent(at)} y="15" text-anchor={anchorFor(at)}>
        {points(at)}
      </text>
    </g>
  );
}

function percent(value: number): string {
  return `${Number(value.toFixed(2))}%`;
}

/** Numbers near an end of the line must not stick out of it. */
function anchorFor(at: number): 'start' | 'middle' | 'end' {
  if (at < 4) return 'start';
  return at > 96 ? 'end' : 'middle';
}
