import type { Reading } from './condition';
import type { Criterion, Outcome, Policy, Rule, WayRound } from './content';
import type { Knowledge } from './knowledge';

/** What a criterion may come to: one rule's outcome; for a blocker also the way round that is then taken. */
export interface Possibility {
  readonly rule: Rule;
  readonly outcome: Outcome;
  readonly wayRound?: WayRound;
  /** For a blocker: whether the way round keeps it serverless. */
  readonly lifted: boolean;
  /** Points from 0 to 100, by the policy. */
  readonly merit: number;
}

/** A criterion held against answers. */
export interface Judgement {
  readonly criterion: Criterion;
  /**
   * What it may still come to. One possibility that cannot leave is a finding; none means that the criterion does
   * not apply.
   */
  readonly possible: readonly Possibility[];
  /** Whether it may still leave the sum because it does not apply. */
  readonly mayLeave: boolean;
  /** The questions that would settle it. */
  readonly missing: readonly string[];
}

/** Holds one criterion against a reading of the answers. */
export function judge(knowledge: Knowledge, criterion: Criterion, reading: Reading): Judgement {
  const missing = new Set<string>();
  const applies = criterion.when ? reading.evaluate(criterion.when) : true;
  if (applies === false) return { criterion, possible: [], mayLeave: true, missing: [] };
  let mayLeave = false;
  if (applies !== true) {
    for (const question of applies.missing) missing.add(question);
    mayLeave = true;
  }
  const possible: Possibility[] = [];
  let decided = false;
  for (const rule of criterion.rules) {
    const truth = reading.evaluate(rule.when);
    if (truth === false) continue;
    if (truth !== true) for (const question of truth.missing) missing.add(question);
    possible.push(...possibilities(knowledge, rule, reading, missing));
    if (truth === true) {
      decided = true;
      break;
    }
  }
  return { criterion, possible, mayLeave: mayLeave || !decided, missing: [...missing] };
}

/** Whether the criterion has come to its finding. */
export function isSettled(judgement: Judgement): boolean {
  return judgement.possible.length === 1 && !judgement.mayLeave;
}

/** Whether the criterion does not apply to the workload and stays out of the score. */
export function isOut(judgement: Judgement): boolean {
  return judgement.possible.length === 0;
}

function possibilities(knowledge: Knowledge, rule: Rule, reading: Reading, missing: Set<string>): Possibility[] {
  const { merit } = knowledge.policy;
  if (rule.outcome !== 'blocker')
    return [{ rule, outcome: rule.outcome, lifted: false, merit: merit[rule.outcome as keyof Policy['merit']] }];
  const possible: Possibility[] = [];
  for (const wayRound of rule.wayRound ?? []) {
    const truth = wayRound.when ? reading.evaluate(wayRound.when) : true;
    if (truth === false) continue;
    if (truth !== true) for (const question of truth.missing) missing.add(question);
    const lifted = knowledge.formById.get(wayRound.form)?.serverless === true;
    possible.push({ rule, outcome: 'blocker', wayRound, lifted, merit: lifted ? merit.lifted : merit.blocker });
    if (truth === true) break;
  }
  return possible;
}
