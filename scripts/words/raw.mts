// What shows text by itself, past the place that makes it inert: `npm run check` fails on any.
import { doors, maker } from './allowed.mts';
import { type Problem, type Sources, visit } from './sources.mts';
import { templateProblem } from './templates.mts';
import { silenced, uncheckedProblem, unknownValues } from './unchecked.mts';
import { useProblem } from './uses.mts';

/** Every place outside the doors that could show text by itself, and every template that is not a literal. */
export function rawCalls(sources: Sources): Problem[] {
  const { files, placeOf } = sources;
  return files.flatMap(file => {
    const { file: name } = placeOf(file);
    if (name === maker) return [];
    const isDoor = doors.includes(name);
    const found = isDoor ? [] : [...silenced(sources, file), ...unknownValues(sources, file)];
    visit(file, node => {
      const problem =
        templateProblem(sources, node) ??
        (isDoor ? undefined : (useProblem(sources, node) ?? uncheckedProblem(sources, node)));
      if (problem !== undefined) found.push({ ...placeOf(node), problem });
    });
    return found;
  });
}
