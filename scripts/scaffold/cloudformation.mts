/** Reads a CloudFormation template as it would come to be: parameters, mappings and conditions are worked out. */

export type Value = string | number | boolean | readonly Value[] | Fields;
export interface Fields {
  readonly [key: string]: Value;
}

export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: Fields;
  readonly deletionPolicy: Value | undefined;
  readonly updateReplacePolicy: Value | undefined;
  readonly updatePolicy: Value | undefined;
}

const pseudo: Readonly<Record<string, string>> = {
  'AWS::AccountId': '123456789012',
  'AWS::Partition': 'aws',
  'AWS::Region': 'eu-central-1',
  'AWS::StackName': 'stack',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** What a template makes with these parameters. A reference to another resource becomes `@Id`, an attribute `@Id.Arn`. */
export function readTemplate(template: unknown, parameters: Readonly<Record<string, string>> = {}): Resource[] {
  const sections = fieldsOf(template);
  const declared = fieldsOf(sections.Parameters);
  const conditions = fieldsOf(sections.Conditions);
  const mappings = fieldsOf(sections.Mappings);

  const parameter = (name: string): Value | undefined => {
    if (!(name in declared)) return undefined;
    const { Type: type, Default: preset, AllowedPattern: pattern } = fieldsOf(declared[name]);
    const known = parameters[name] ?? preset;
    // What is missing, or left empty though it must not be, a person still has to give: anything will do here.
    const isMissing = known === '' && typeof pattern === 'string' && !new RegExp(pattern).test('');
    const value = known === undefined || isMissing ? `given-${name}` : known;
    const isList = typeof type === 'string' && /^(?:CommaDelimitedList|List<)/.test(type);
    return isList && typeof value === 'string' ? value.split(',') : (value as Value);
  };
  const reference = (name: string): Value | undefined => {
    if (name === 'AWS::NoValue') return undefined;
    return parameter(name) ?? pseudo[name] ?? `@${name}`;
  };
  const isMet = (condition: unknown): boolean => {
    if (typeof condition === 'string') return isMet(conditions[condition]);
    const [[name, argument] = ['', undefined]] = Object.entries(fieldsOf(condition));
    const all = Array.isArray(argument) ? argument : [];
    if (name === 'Condition') return isMet(argument);
    if (name === 'Fn::Not') return !isMet(all[0]);
    if (name === 'Fn::And') return all.every(isMet);
    if (name === 'Fn::Or') return all.some(isMet);
    if (name === 'Fn::Equals') return JSON.stringify(resolve(all[0])) === JSON.stringify(resolve(all[1]));
    throw new Error(`The condition ${JSON.stringify(condition)} is not understood.`);
  };
  const substitute = (text: string, own: Record<string, unknown>): string =>
    text.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) =>
      literal ? `\${${name}}` : String(name in own ? resolve(own[name]) : reference(name)),
    );

  const functions: Readonly<Record<string, (argument: unknown, all: unknown[]) => Value | undefined>> = {
    Ref: argument => reference(String(argument)),
    'Fn::GetAtt': argument => `@${Array.isArray(argument) ? argument.join('.') : String(argument)}`,
    'Fn::Sub': (argument, all) =>
      Array.isArray(argument) ? substitute(String(all[0]), fieldsOf(all[1])) : substitute(String(argument), {}),
    'Fn::Join': (_, [separator, parts]) => listOf(resolve(parts)).map(String).join(String(separator)),
    'Fn::If': (_, [condition, yes, no]) => resolve(isMet(condition) ? yes : no),
    'Fn::FindInMap': (_, keys) =>
      keys.reduce<unknown>((found, key) => fieldsOf(found)[String(resolve(key))], mappings) as Value | undefined,
    'Fn::Select': (_, [index, from]) => listOf(resolve(from))[Number(resolve(index))],
    'Fn::Split': (_, [separator, text]) => String(resolve(text)).split(String(separator)),
    'Fn::ToJsonString': argument => JSON.stringify(resolve(argument)),
    'Fn::GetAZs': () => ['eu-central-1a', 'eu-central-1b'],
  };
  const resolve = (value: unknown): Value | undefined => {
    if (Array.isArray(value)) return value.map(resolve).filter(item => item !== undefined);
    if (typeof value !== 'object' || value === null) return value as Value | undefined;
    const entries = Object.entries(value);
    const [[name, argument] = ['', undefined]] = entries;
    if (entries.length === 1 && (name === 'Ref' || name.startsWith('Fn::'))) {
      const evaluate = functions[name];
      if (!evaluate) throw new Error(`${name} is not understood.`);
      return evaluate(argument, Array.isArray(argument) ? argument : []);
    }
    return Object.fromEntries(
      entries.flatMap(([key, item]) => {
        const resolved = resolve(item);
        return resolved === undefined ? [] : [[key, resolved]];
      }),
    );
  };

  return Object.entries(fieldsOf(sections.Resources)).flatMap(([id, resource]) => {
    const { Type: type, Condition: condition, ...rest } = fieldsOf(resource);
    if (condition !== undefined && !isMet(condition)) return [];
    return [
      {
        id,
        type: String(type),
        properties: fieldsOf(resolve(rest.Properties)) as Fields,
        deletionPolicy: resolve(rest.DeletionPolicy),
        updateReplacePolicy: resolve(rest.UpdateReplacePolicy),
        updatePolicy: resolve(rest.UpdatePolicy),
      },
    ];
  });
}

/** What is below a path of names; nothing where the path ends before. */
export function at(value: unknown, ...path: string[]): Value | undefined {
  return path.reduce<unknown>((found, key) => fieldsOf(found)[key], value) as Value | undefined;
}

/** One or several, as a list. */
export function listOf(value: unknown): readonly Value[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value as Value];
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
