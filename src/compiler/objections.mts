/** What a schema objects to, in words that follow the name of the value: "must have \"source\"". */
import type { ErrorObject } from 'ajv';

export interface Objection {
  /** The JSON pointer of the value. */
  readonly pointer: string;
  readonly message: string;
}

/**
 * The errors of Ajv as people want to read them. Where a value may have one of several forms, Ajv lists what each form misses; here
 * only the forms count that the value comes nearest to, and where one of them fits so far, what is wrong further down.
 */
export function objections(errors: readonly ErrorObject[]): Objection[] {
  const ofForms = new Set(errors.filter(({ keyword }) => keyword === 'oneOf').map(({ instancePath }) => instancePath));
  const told = [...ofForms].flatMap(pointer =>
    ofNearestForms(errors, pointer).map((message): Objection => ({ pointer, message })),
  );
  const others = errors
    .filter(({ instancePath }) => !ofForms.has(instancePath))
    .map(error => ({ pointer: error.instancePath, message: objectionOf(error) }));
  const unique = new Map([...told, ...others].map(one => [`${one.pointer} ${one.message}`, one]));
  return [...unique.values()];
}

/** What the forms object to that a value comes nearest to; nothing where it has one of them and something in it is wrong. */
function ofNearestForms(errors: readonly ErrorObject[], pointer: string): string[] {
  if (errors.some(({ instancePath }) => instancePath.startsWith(`${pointer}/`))) return [];
  const forms = new Map<unknown, ErrorObject[]>();
  for (const error of errors)
    if (error.instancePath === pointer && error.keyword !== 'oneOf')
      forms.set(error.parentSchema, [...(forms.get(error.parentSchema) ?? []), error]);
  const fewest = Math.min(...[...forms.values()].map(({ length }) => length));
  const nearest = [...forms.values()].filter(({ length }) => length === fewest).flat();
  const missing = namesIn(nearest, 'missingProperty');
  const extra = namesIn(nearest, 'additionalProperty');
  const others = nearest.filter(({ keyword }) => keyword !== 'required' && keyword !== 'additionalProperties');
  if (missing.length === 0 && extra.length > 1) return [`must have only one of ${listed(extra, 'and')}`];
  return [
    ...(missing.length > 0 ? [`must have ${listed(missing, 'or')}`] : []),
    ...extra.map(name => `must not have "${name}"`),
    ...others.map(objectionOf),
  ];
}

function namesIn(errors: readonly ErrorObject[], name: 'missingProperty' | 'additionalProperty'): string[] {
  return [...new Set(errors.flatMap(({ params }): string[] => params[name] ?? []))];
}

function listed(names: readonly string[], word: 'and' | 'or'): string {
  const quoted = names.map(name => `"${name}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${word} ${quoted.at(-1)}`;
}

function objectionOf({ keyword, params, message = 'is not as its schema says' }: ErrorObject): string {
  if (keyword === 'required') return `must have "${params.missingProperty}"`;
  if (keyword === 'additionalProperties') return `must not have "${params.additionalProperty}"`;
  if (keyword === 'enum')
    return `must be one of ${params.allowedValues.map((one: unknown) => JSON.stringify(one)).join(', ')}`;
  return message;
}
