import { readPlace } from '../../core/assessment/place';
import type { AssessmentState, DamagedState, ReportState } from '../../core/assessment/report-state';
import { isRecord } from '../../core/language/record';
import type { ShowReport } from '../../protocol/report';
import { has, isListOfObjects, isNumber, isText } from '../parts/shape';

/** What the extension said, if it is something that this page understands; anything else is dropped. */
export function readMessage(message: unknown): ShowReport | undefined {
  if (!isRecord(message) || message.kind !== 'show') return undefined;
  const { state, memory } = message;
  return isState(state) ? { kind: 'show', state, memory: readPlace(memory) } : undefined;
}

function isState(state: unknown): state is ReportState {
  if (!isRecord(state)) return false;
  if (state.kind === 'damaged') return has<DamagedState>(state, { file: isText, problems: isListOfObjects });
  return (
    state.kind === 'assessment' &&
    has<AssessmentState>(state, {
      workload: isText,
      editable: value => typeof value === 'boolean',
      assessed: isAssessed,
      policy: policy => isRecord(policy) && isNumber(policy.poorBelow) && isNumber(policy.goodFrom),
      changes: isListOfObjects,
      themes: isListOfObjects,
      topics: isRecord,
      sections: sections => isListOfObjects(sections) && sections.every(({ questions }) => isListOfObjects(questions)),
      remarks: isListOfObjects,
      asOf: isText,
    })
  );
}

function isAssessed(assessed: unknown): boolean {
  return (
    isRecord(assessed) &&
    [assessed.findings, assessed.blockers, assessed.missing].every(isListOfObjects) &&
    isRecord(assessed.progress) &&
    isRecord(assessed.verdict) &&
    isText(assessed.verdict.fit) &&
    isNumber(assessed.verdict.low) &&
    isNumber(assessed.verdict.high)
  );
}
