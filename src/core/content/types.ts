// Made from content/schemas by `npm run build`; edit those instead.

/**
 * A statement about a workload's answers. It is true, false, or not yet known; when not known, it names the questions that would settle it. An answer 'not applicable' never makes a comparison true or false.
 */
export type Condition = AllCondition | AnyCondition | NotCondition | Comparison;
/**
 * Compares one answer, or one derived quantity, with a value, in one way.
 */
export type Comparison =
  | IsComparison
  | InComparison
  | IncludesComparison
  | OnlyComparison
  | AboveComparison
  | AtLeastComparison
  | BelowComparison
  | AtMostComparison;
/**
 * The id of a question or of a derived quantity (content/quantities.json).
 */
export type Operand = string;
/**
 * A number in the question's own unit, or a fact (with its source and date) in the same unit.
 */
export type Threshold = number | FactThreshold;
/**
 * platform.fact, for example aws-lambda.timeout.
 */
export type FactId = string;
export type Id = string;
/**
 * Ids of the source statements this speaks to (S1.1 to S7.5).
 */
export type Covers = string[];
/**
 * strength: serverless is made for this. neutral: neither here nor there. concern: ordinary care needed. weakness: a deliberate mitigation needed. blocker: a plain function cannot do it.
 */
export type Outcome = 'strength' | 'neutral' | 'concern' | 'weakness' | 'blocker';
/**
 * The day on which it was read as true.
 */
export type Day = string;
/**
 * The unit a number is saved in. Print shows a fitting one (900 seconds as 15 minutes).
 */
export type Unit =
  | 'seconds'
  | 'milliseconds'
  | 'megabytes'
  | 'count'
  | 'per-second'
  | 'per-month'
  | 'percent'
  | 'ratio'
  | 'usd'
  | 'usd-per-month'
  | 'gigabyte-seconds-per-month'
  | 'days';
/**
 * What it holds for, where that is not the whole platform: "Made with the Cloud Functions v2 API". Shown before the note.
 */
export type AppliesTo = string;
/**
 * provider: read in the provider's own pages. secondary: read elsewhere. computed: follows from such values.
 */
export type Confidence = 'provider' | 'secondary' | 'computed';
/**
 * A number question's id, an earlier quantity's id, or a constant.
 */
export type Factor = string | number;

/**
 * Every kind of file under content/.
 */
export interface Content {
  condition?: Condition;
  criterion?: Criterion;
  forms?: Forms;
  glossary?: Glossary;
  'guide-chapter'?: Chapter;
  'guide-paths'?: ReadingPaths;
  platform?: Platform;
  policy?: Policy;
  quantities?: Quantities;
  questions?: QuestionSection;
  quiz?: Quiz;
  'scaffold-choices'?: ScaffoldChoices;
  'scaffold-part'?: PartDescription;
  sources?: SourceStatements;
  themes?: Themes;
  tool?: Tool;
}
/**
 * True when every part is true; false as soon as one part is false.
 */
export interface AllCondition {
  /**
   * @minItems 1
   */
  all: Condition[];
}
/**
 * True as soon as one part is true; false when every part is false.
 */
export interface AnyCondition {
  /**
   * @minItems 1
   */
  any: Condition[];
}
/**
 * Turns true into false and false into true; unknown stays unknown.
 */
export interface NotCondition {
  not: Condition;
}
/**
 * A boolean answer equals this, or a single choice is this option.
 */
export interface IsComparison {
  answer: Operand;
  is: boolean | string;
}
/**
 * A single choice is one of these options.
 */
export interface InComparison {
  answer: Operand;
  /**
   * @minItems 2
   */
  in: string[];
}
/**
 * A multiple choice holds at least one of these options.
 */
export interface IncludesComparison {
  answer: Operand;
  /**
   * @minItems 1
   */
  includes: string[];
}
/**
 * A multiple choice holds nothing but these options.
 */
export interface OnlyComparison {
  answer: Operand;
  /**
   * @minItems 1
   */
  only: string[];
}
/**
 * A number is greater than this.
 */
export interface AboveComparison {
  answer: Operand;
  above: Threshold;
}
export interface FactThreshold {
  fact: FactId;
}
/**
 * A number is this or greater.
 */
export interface AtLeastComparison {
  answer: Operand;
  atLeast: Threshold;
}
/**
 * A number is less than this.
 */
export interface BelowComparison {
  answer: Operand;
  below: Threshold;
}
/**
 * A number is this or less.
 */
export interface AtMostComparison {
  answer: Operand;
  atMost: Threshold;
}
/**
 * What we judge, a criterion per file, named for its id. Rules are tried in order; the first one that is true gives the finding. When no rule can become true, because what it asks does not apply, the criterion leaves the sum.
 */
export interface Criterion {
  $schema?: string;
  id: Id;
  /**
   * A noun phrase without judgement, for example 'Run time'.
   */
  title: string;
  theme: Id;
  /**
   * Place within the theme.
   */
  order: number;
  /**
   * Share in the score when nobody changes it; 10 counts ten times as much as 1.
   */
  weight: number;
  /**
   * One sentence that defends the weight.
   */
  weightBecause: string;
  /**
   * What is judged and why a team should care. Markdown, a few sentences; {platform.fact} stands for a sourced number.
   */
  explain: string;
  topic: Id;
  covers?: Covers;
  when?: Condition;
  /**
   * @minItems 2
   */
  rules: Rule[];
}
export interface Rule {
  when: Condition;
  outcome: Outcome;
  /**
   * A sentence a person would say about this workload. {question-id} and {quantity-id} stand for its answers, {platform.fact} for a sourced number. Numbers about the world come from facts, never from the text.
   */
  because: string;
  /**
   * What to do about it. Required for concern, weakness and blocker. Same placeholders.
   */
  remedy?: string;
  /**
   * For blockers: ways round, best first. The first whose condition is true is taken; the last has no condition.
   *
   * @minItems 1
   */
  wayRound?: WayRound[];
}
export interface WayRound {
  when?: Condition;
  /**
   * An imperative, for example 'Cut the work into steps'.
   */
  title: string;
  /**
   * How it is done, in two or three sentences. Same placeholders.
   */
  how: string;
  form: Id;
}
/**
 * The forms a workload can take, from the lightest to run to the heaviest. Of several ways round, the heaviest form needed wins.
 */
export interface Forms {
  $schema?: string;
  /**
   * @minItems 2
   */
  forms: Form[];
}
export interface Form {
  id: Id;
  title: string;
  /**
   * Whether this form keeps what functions give: nothing to run, nothing to pay when idle. Only such a form lifts a blocker.
   */
  serverless: boolean;
  /**
   * As read in a sentence, with its article.
   */
  phrase: string;
  summary: string;
  /**
   * @minItems 1
   */
  examples: string[];
}
/**
 * The terms of the field as the practice guide uses them.
 */
export interface Glossary {
  $schema?: string;
  /**
   * @minItems 1
   */
  terms: Term[];
}
export interface Term {
  id: Id;
  /**
   * As it stands inside a sentence.
   */
  term: string;
  /**
   * Other words for it, abbreviations written out.
   */
  also?: string[];
  /**
   * One to three sentences that stand alone.
   */
  text: string;
  chapter: Id;
  section?: Id;
}
/**
 * The front matter of a chapter or appendix of the practice guide; content/guide/README.md says what the rest is made of.
 */
export interface Chapter {
  /**
   * Place in the reading order; appendices begin at 101.
   */
  order: number;
  title: string;
  /**
   * Markdown: the essence in one or two paragraphs.
   */
  summary: string;
  prerequisites?: Id[];
  covers?: Covers;
  /**
   * The criteria it explains, each with the section that does.
   */
  criteria?: {
    [k: string]: Id;
  };
  /**
   * The choices of a project that it explains, as choice.option, each with the section that does.
   */
  scaffold?: {
    [k: string]: Id;
  };
  searches?: WorkspaceSearch[];
  reading?: FurtherReading[];
  reviewed: Day;
}
/**
 * A search of the workspace for places to look at.
 */
export interface WorkspaceSearch {
  id: Id;
  title: string;
  query: string;
  regex?: boolean;
  matchCase?: boolean;
  /**
   * A glob, or several between commas, as VS Code's search takes them.
   */
  include: string;
  /**
   * What to look for at each hit.
   */
  look: string;
  /**
   * Lines that it must find.
   *
   * @minItems 1
   */
  hits: string[];
  /**
   * Lines that it must not find.
   */
  misses: string[];
}
export interface FurtherReading {
  title: string;
  url: string;
  /**
   * One sentence: what the reader gets from it.
   */
  why: string;
}
/**
 * Ways through the practice guide for people with different work.
 */
export interface ReadingPaths {
  $schema?: string;
  /**
   * @minItems 1
   */
  paths: ReadingPath[];
}
export interface ReadingPath {
  id: Id;
  /**
   * The role.
   */
  title: string;
  summary: string;
  /**
   * @minItems 3
   */
  steps: PathStep[];
}
export interface PathStep {
  chapter: Id;
  section?: Id;
  /**
   * One sentence: why this, for this role, now.
   */
  why: string;
}
/**
 * Where a workload could run: limits and prices, each with its source and the day it was true. A file per platform, named for its id.
 */
export interface Platform {
  $schema?: string;
  id: Id;
  /**
   * As its owner writes it.
   */
  title: string;
  owner: string;
  summary: string;
  /**
   * The ways in which a function is made here, where defaults and limits differ between them: facts then say which of them they hold for.
   *
   * @minItems 2
   */
  madeWith?: string[];
  /**
   * @minItems 1
   */
  facts: Fact[];
  /**
   * What changes with time and is no number.
   */
  notes?: Note[];
}
export interface Fact {
  id: Id;
  title: string;
  value: number;
  unit: Unit;
  appliesTo?: AppliesTo;
  /**
   * Conditions under which it holds.
   */
  note?: string;
  source: string;
  asOf: Day;
  confidence: Confidence;
}
/**
 * A fact in words: a date, names, a rule.
 */
export interface Note {
  id: Id;
  title: string;
  /**
   * What a sentence quotes: "25 February 2026", "Node.js 24, Python 3.14".
   */
  text: string;
  appliesTo?: AppliesTo;
  /**
   * Conditions under which it holds.
   */
  note?: string;
  source: string;
  asOf: Day;
  confidence: Confidence;
}
/**
 * What findings are worth and where verdicts begin. Changing it changes no finding, only the verdict.
 */
export interface Policy {
  $schema?: string;
  /**
   * Points of each outcome, whole numbers from 0 to 100. 'lifted' is a blocker with a serverless way round.
   */
  merit: {
    strength: number;
    neutral: number;
    concern: number;
    weakness: number;
    lifted: number;
    blocker: number;
  };
  goodFrom: number;
  poorBelow: number;
  poorForm: Id;
  /**
   * Why the lines are drawn here.
   */
  because: string;
}
/**
 * Numbers that follow from answers: a product of factors, divided by divisors.
 */
export interface Quantities {
  $schema?: string;
  quantities: Quantity[];
}
export interface Quantity {
  id: Id;
  title: string;
  unit: Unit;
  /**
   * @minItems 1
   */
  times: Factor[];
  /**
   * @minItems 1
   */
  over?: Factor[];
  /**
   * The formula in words, and what it tells.
   */
  explain: string;
}
/**
 * What we ask, a section per file. The file is named for the section; the wizard asks sections in their order and questions as they stand here.
 */
export interface QuestionSection {
  $schema?: string;
  id: Id;
  title: string;
  /**
   * Sections are asked in rising order; leave gaps.
   */
  order: number;
  /**
   * One sentence: what this section finds out.
   */
  summary: string;
  /**
   * @minItems 1
   * @maxItems 7
   */
  questions: Question[];
}
export interface Question {
  id: Id;
  /**
   * A short noun phrase for lists, for example 'Longest run'.
   */
  title: string;
  /**
   * The question as a person would ask it; ends with a question mark.
   */
  ask: string;
  /**
   * What the answer decides: one or two sentences.
   */
  why: string;
  /**
   * Where someone who does not know finds the answer.
   */
  findOut: string;
  kind: 'number' | 'choice' | 'choices' | 'boolean';
  unit?: Unit;
  /**
   * For numbers: the smallest value that makes sense.
   */
  minimum?: number;
  /**
   * For numbers: the largest value that makes sense.
   */
  maximum?: number;
  /**
   * For numbers: only whole ones.
   */
  integer?: boolean;
  /**
   * For numbers: typical values offered beside a free entry, rising.
   *
   * @minItems 3
   * @maxItems 7
   */
  quick?: QuickChoice[];
  /**
   * For choice and choices.
   *
   * @minItems 2
   * @maxItems 9
   */
  options?: Option[];
  /**
   * For booleans: how yes and no read inside a sentence.
   */
  phrases?: {
    yes: string;
    no: string;
  };
  /**
   * Which answers suit serverless better, where that holds for every workload: 'less' or 'more' for numbers, 'yes' or 'no' for booleans, option ids from worst to best for a choice (options left out are not compared). A test proves that a better answer never lowers the score.
   */
  merit?: ('less' | 'more' | 'yes' | 'no') | string[];
  when?: Condition;
  topic: Id;
  covers?: Covers;
}
export interface QuickChoice {
  value: number;
  /**
   * What kind of workload has this value, for example 'a web request'.
   */
  label: string;
}
export interface Option {
  id: Id;
  /**
   * What the list shows.
   */
  label: string;
  /**
   * One line that helps to choose.
   */
  detail?: string;
  /**
   * How the choice reads inside a sentence, for example 'HTTP requests'.
   */
  phrase: string;
}
/**
 * The quiz of a chapter of the practice guide.
 */
export interface Quiz {
  $schema?: string;
  /**
   * @minItems 3
   */
  questions: QuizQuestion[];
}
export interface QuizQuestion {
  id: Id;
  section: Id;
  /**
   * Markdown: a small situation to judge.
   */
  case?: string;
  ask: string;
  /**
   * One right option, or any number of them.
   */
  kind: 'choice' | 'choices';
  /**
   * @minItems 2
   * @maxItems 6
   */
  options: QuizOption[];
}
export interface QuizOption {
  id: Id;
  text: string;
  correct?: true;
  /**
   * Why it is right, or what would have to be true for it to be.
   */
  feedback: string;
}
/**
 * What a person chooses about a project, in the order in which it is asked. Conditions compare the other choices, never an assessment's answers.
 */
export interface ScaffoldChoices {
  $schema?: string;
  /**
   * @minItems 1
   */
  choices: ScaffoldChoice[];
}
export interface ScaffoldChoice {
  id: Id;
  /**
   * A short noun phrase for lists.
   */
  title: string;
  /**
   * The question; ends with a question mark.
   */
  ask: string;
  /**
   * What the choice decides: one or two sentences.
   */
  why: string;
  /**
   * One option, or several. Several may be none at all where atLeast is 0.
   */
  kind: 'choice' | 'choices';
  /**
   * For several: how many are needed; 1 unless given.
   */
  atLeast?: 0 | 1;
  when?: Condition;
  /**
   * @minItems 1
   */
  options: ScaffoldOption[];
  /**
   * For several: options of one group exclude each other.
   *
   * @minItems 1
   */
  groups?: OptionGroup[];
  /**
   * What Enter takes: the first whose condition is true. The last has none.
   *
   * @minItems 1
   */
  default: DefaultChoice[];
  /**
   * What an assessment's answers speak for. One option: the first rule that is true. Several: all of them.
   */
  suggest?: Suggestion[];
  topic: Id;
}
export interface ScaffoldOption {
  id: Id;
  label: string;
  /**
   * One line that helps to choose.
   */
  detail: string;
  group?: Id;
  /**
   * What the other choices must be for this to go together with them, each with why. All must be true.
   *
   * @minItems 1
   */
  needs?: Need[];
}
export interface Need {
  condition: Condition;
  /**
   * Why it does not go together, and what works instead: one or two sentences.
   */
  otherwise: string;
}
export interface OptionGroup {
  id: Id;
  /**
   * Why one of them is enough: one or two sentences.
   */
  otherwise: string;
}
export interface DefaultChoice {
  when?: Condition;
  options: Id[];
}
export interface Suggestion {
  when: Condition;
  option: Id;
  /**
   * One sentence that names the answer.
   */
  because: string;
}
/**
 * What a choice, or several together, add to a project: the part.json of a folder under content/scaffold/parts. Beside it, files/ holds whole files or fragments that merge, and slots/ holds lines for the slots of other parts' files.
 */
export interface PartDescription {
  $schema?: string;
  /**
   * A short noun phrase, for example 'Queue trigger on SQS'.
   */
  title: string;
  /**
   * Why it is in the project: one or two sentences for the person who looks at the plan.
   */
  because: string;
  /**
   * Lower ones come first where parts meet in one file; leave gaps. Ties go by the path of the folder.
   */
  order: number;
  when?: Condition;
  /**
   * True for a record of a moment: it is written when it is first planned and never updated or taken away.
   */
  once?: boolean;
  /**
   * 'decision' for a part that says what an assessment decided, by the placeholders decision-…: only a project that comes from an assessment has it.
   */
  needs?: 'decision';
  /**
   * What placeholders of this name become, in this part and in all others. Several lines are a list.
   */
  values?: {
    [k: string]: string | string[];
  };
}
/**
 * The statements about serverless that this knowledge has to cover. Those that bear on suitability are covered by questions and criteria; the others belong to the guide.
 */
export interface SourceStatements {
  $schema?: string;
  statements: SourceStatement[];
}
export interface SourceStatement {
  id: string;
  text: string;
  /**
   * Whether it bears on the question 'should this be serverless?'.
   */
  suitability: boolean;
}
/**
 * The headings that group criteria in the report, in their order.
 */
export interface Themes {
  $schema?: string;
  /**
   * @minItems 1
   */
  themes: Theme[];
}
export interface Theme {
  id: Id;
  title: string;
}
/**
 * A tool of the catalogue. A file per tool, named for its id.
 */
export interface Tool {
  $schema?: string;
  id: Id;
  /**
   * As its owner writes it.
   */
  title: string;
  /**
   * A name that it had before, and until when.
   */
  formerly?: string;
  owner: string;
  /**
   * @minItems 1
   */
  kinds: ('functions' | 'gateways' | 'delivery' | 'infrastructure' | 'monitoring' | 'testing' | 'cost' | 'state')[];
  /**
   * What one uses it for: one sentence.
   */
  purpose: string;
  /**
   * The licence, or that it is a commercial service, with its terms in a few words.
   */
  licence: string;
  strengths: string;
  limits: string;
  /**
   * What to look at instead; for a commercial product an open one.
   */
  alternative: string;
  /**
   * What is changing: deprecations, ends of support.
   */
  status?: string;
  home: string;
  asOf: Day;
  confidence: Confidence;
  covers?: Covers;
  facts?: Fact[];
  notes?: Note[];
}
