/** A scaffold request from command line options, against the content as it stands in this repository. */

import { loadContent } from '../../src/compiler/load.mts';
import { printProblem } from '../../src/compiler/problem.mts';
import { type Catalogue, openCatalogue } from '../../src/core/scaffold/catalogue';
import { type Choices, checkChoices, completeChoices } from '../../src/core/scaffold/choices';
import { checkName } from '../../src/core/scaffold/name';
import type { ScaffoldRequest } from '../../src/core/scaffold/parts';

let loading: Promise<Catalogue> | undefined;

/** The catalogue of this repository, read once; throws when the schemas object to it. */
export function loadCatalogue(): Promise<Catalogue> {
  loading ??= readCatalogue();
  return loading;
}

async function readCatalogue(): Promise<Catalogue> {
  const { catalogue, problems } = await loadContent();
  if (problems.length > 0) throw new Error(problems.map(printProblem).join('\n'));
  return openCatalogue(catalogue);
}

/** The request that a name and choices come to; throws with what is wrong with them. */
export function requestFor(catalogue: Catalogue, name: string, given: Choices): ScaffoldRequest {
  const problems = [checkName(name), ...checkChoices(catalogue, given).map(({ message }) => message)].filter(Boolean);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return { name, choices: completeChoices(catalogue, given) };
}
