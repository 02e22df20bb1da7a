import { en } from './words/en';

/** A sentence in the forms that it takes by how many, named as `Intl.PluralRules` names them. */
type Forms = { readonly [Form in Intl.LDMLPluralRule]?: string } & { readonly other: string };

type English = typeof en;
type Sentences = English['sentences'];
export type Sentence = keyof Sentences;

/** A language that core speaks: a table as `words/en.ts` is one. */
export interface Language {
  readonly tag: string;
  readonly locale: string;
  readonly titlesInSentences: 'lower' | 'same';
  readonly sentences: { readonly [Key in Sentence]: Sentences[Key] extends string ? string : Forms };
  readonly typed: { readonly [Unit in keyof English['typed']]: readonly string[] };
  readonly search: { readonly commonWords: string; readonly plurals: readonly (readonly [string, string])[] };
}

export const english: Language = en;

/** A language from the text of its table, JSON that may leave things out; those are English. */
export function readLanguage(text: string): Language {
  const table: Partial<Language> = JSON.parse(text);
  return {
    ...english,
    ...table,
    sentences: completeSentences({ ...table.sentences }),
    typed: { ...english.typed, ...table.typed },
    search: { ...english.search, ...table.search },
  };
}

function completeSentences(given: Readonly<Record<string, string | Forms>>): Language['sentences'] {
  const complete = Object.entries<string | Forms>(english.sentences).map(([key, own]) => {
    const other = given[key];
    if (typeof own === 'string') return [key, typeof other === 'string' ? other : own];
    return [key, typeof other === 'object' && typeof other.other === 'string' ? other : own];
  });
  return Object.fromEntries(complete) as Language['sentences'];
}

/** The names between braces in a sentence; what holds a blank is no name. */
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string} ${string}` ? never : Name) | Names<Rest>
  : never;
type TextOf<Key extends Sentence> = Sentences[Key] extends string
  ? Sentences[Key]
  : Extract<Sentences[Key][keyof Sentences[Key]], string>;
type NamesOf<Key extends Sentence> = Names<TextOf<Key>> | (Sentences[Key] extends string ? never : 'count');

/** What stands in for the names of a sentence: a value for each, and `count` where it has forms. */
export type ValuesOf<Key extends Sentence, Value> = {
  readonly [Name in NamesOf<Key>]: Name extends 'count' ? number : Value;
};
type Given<Key extends Sentence, Value> = [NamesOf<Key>] extends [never] ? [] : [ValuesOf<Key, Value>];

let spoken: Language = english;

/**
 * Has core speak a language from here on. For the whole process, as an editor has one language: a face calls it before anything else,
 * and no function needs a language handed down to it. Until then core speaks English.
 */
export function speak(language: Language): void {
  spoken = language;
}

/** The language that core speaks. */
export function spokenLanguage(): Language {
  return spoken;
}

/** A sentence of the table with its values. Numbers are written as the language writes them; texts stand as they are. */
export function say<Key extends Sentence>(key: Key, ...[values]: Given<Key, string | number>): string {
  return saySo<string | number>(key, values ?? {}, value => (typeof value === 'number' ? writeExactly(value) : value));
}

/** A sentence whose values are put into it in a way of their own. */
export function saySo<Value>(
  key: Sentence,
  values: Readonly<Record<string, Value | number>>,
  put: (value: Value | number) => string,
): string {
  return templateOf(key, values).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? whole : put(value);
  });
}

function templateOf(key: Sentence, { count }: { readonly count?: unknown }): string {
  const sentence: string | Forms = spoken.sentences[key];
  if (typeof sentence === 'string') return sentence;
  return sentence[pluralRules(spoken.locale).select(Number(count))] ?? sentence.other;
}

/** A number as the language writes it. */
export function writeNumber(value: number, options: Intl.NumberFormatOptions): string {
  return numberFormat(spoken.locale, options).format(value);
}

/** A number with all its digits. */
export function writeExactly(value: number): string {
  return writeNumber(value, { maximumFractionDigits: 20 });
}

/** Items as a person lists them: "a, b and c". */
export function join(items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return listFormat(spoken.locale, { type }).format(items);
}

const pluralRules = kept(locale => new Intl.PluralRules(locale));
const numberFormat = kept((locale, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
const listFormat = kept((locale, options?: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options));

/** Making what `Intl` formats with takes a hundred times as long as formatting, so each is made once for a language and options. */
export function kept<Options, Format>(make: (locale: string, options?: Options) => Format) {
  const made = new Map<string, Format>();
  return (locale: string, options?: Options): Format => {
    const name = locale + JSON.stringify(options ?? {});
    const format = made.get(name) ?? make(locale, options);
    made.set(name, format);
    return format;
  };
}

/** A title inside a sentence; names and abbreviations such as "GPU" stay as they are. */
export function lower(title: string): string {
  if (spoken.titlesInSentences === 'same') return title;
  return /^[A-Z](?![A-Z0-9])/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
