import type { Knowledge } from '../content/knowledge';
import type { Criterion, Outcome, Rule, WayRound } from '../content/types';
import type { Reading } from '../language/condition';

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
  /** Those of them that would settle whether a blocker holds or, once it does, whether it is lifted. */
  readonly blocking: readonly string[];
}

/** Holds one criterion against a reading of the answers. */
export function judge(knowledge: Knowledge, criterion: Criterion, reading: Reading): Judgement {
  const missing = new Set<string>();
  const blocking = new Set<string>();
  const applies = criterion.when ? reading.evaluate(criterion.when) : true;
  if (applies === false) return { criterion, possible: [], mayLeave: true, missing: [], blocking: [] };
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
    const outcomes = possibilities(knowledge, rule, reading);
    possible.push(...outcomes.possible);
    // How a blocker could be got round is worth asking once it holds.
    const open = truth === true ? outcomes.missing : truth.missing;
    for (const question of open) {
      missing.add(question);
      if (rule.outcome === 'blocker') blocking.add(question);
    }
    if (truth === true) {
      decided = true;
      break;
    }
  }
  return { criterion, possible, mayLeave: mayLeave || !decided, missing: [...missing], blocking: [...blocking] };
}

/** Whether the criterion has come to its finding. */
export function isSettled(judgement: Judgement): boolean {
  return judgement.possible.length === 1 && !judgement.mayLeave;
}

/** Whether the criterion does not apply to the workload and stays out of the score. */
export function isOut(judgement: Judgement): boolean {
  return judgement.possible.length === 0;
}

/** What a rule comes to once it holds, and the questions that would settle it: only a blocker can go several ways. */
function possibilities(
  knowledge: Knowledge,
  rule: Rule,
  reading: Reading,
): { possible: Possibility[]; missing: readonly string[] } {
  const { merit } = knowledge.policy;
  if (rule.outcome !== 'blocker')
    return { possible: [{ rule, outcome: rule.outcome, lifted: false, merit: merit[rule.outcome] }], missing: [] };
  const possible: Possibility[] = [];
  const missing: string[] = [];
  for (const wayRound of rule.wayRound ?? []) {
    const truth = wayRound.when ? reading.evaluate(wayRound.when) : true;
    if (truth === false) continue;
    if (truth !== true) missing.push(...truth.missing);
    const lifted = knowledge.formById.get(wayRound.form)?.serverless === true;
    possible.push({ rule, outcome: 'blocker', wayRound, lifted, merit: lifted ? merit.lifted : merit.blocker });
    if (truth === true) break;
  }
  return { possible, missing };
}
