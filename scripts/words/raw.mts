// What shows text by itself, past the place that makes it inert: `npm run check` fails on any.
import { type Node, SyntaxKind } from 'typescript/unstable/ast';
import {
  isAsExpression,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isIdentifier,
  isImportSpecifier,
  isNewExpression,
  isNoSubstitutionTemplateLiteral,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isStringLiteral,
  isTypeReferenceNode,
} from 'typescript/unstable/ast/is';
import { type Place, type Sources, visit } from './sources.mts';

/** What is wrong in a place. */
export interface RawCall extends Place {
  readonly problem: string;
}

/** These alone may show text, all of it made by src/core/inert.ts. */
const doors = ['messages', 'prompts', 'tree', 'task', 'tabs', 'log'].map(name => `src/host/ui/${name}.ts`);
/** What makes words of text. */
export const maker = 'src/core/inert.ts';

/** What else of VS Code's window there is to use: it shows no text that is given to it. */
const quiet =
  /^(?:activeTextEditor|showTextDocument|tabGroups|register(?:CustomEditor|WebviewView)Provider|registerWebviewPanelSerializer)$/;

/** What else of VS Code may be made: none of it is shown. */
const unseen = new Set(
  'Disposable EventEmitter Position Range Selection ShellExecution ThemeColor ThemeIcon WorkspaceEdit RelativePattern'.split(
    ' ',
  ),
);

/** The names under which VS Code's objects hold what is shown. */
const shown =
  /^(?:title|message|description|label|tooltip|detail|name|text|badge|prompt|placeholder|validationMessage)$/;

/** Commands of VS Code that are given a title. */
const titled = new Set(['vscode.diff', 'vscode.changes', '_open.mergeEditor']);

/** Every place outside the doors that shows text by itself, and every template that is not a literal. */
export function rawCalls(sources: Sources): RawCall[] {
  const { files, placeOf } = sources;
  return files.flatMap(file => {
    const found: RawCall[] = [];
    const { file: name } = placeOf(file);
    if (name === maker) return found;
    const isDoor = doors.includes(name);
    visit(file, node => {
      const problem = templateProblem(sources, node) ?? (isDoor ? undefined : rawProblem(sources, node));
      if (problem !== undefined) found.push({ ...placeOf(node), problem });
    });
    return found;
  });
}

function rawProblem(sources: Sources, node: Node): string | undefined {
  const { symbolOf } = sources;
  if (isIdentifier(node)) {
    const symbol = symbolOf(node);
    if (symbol?.name === 'console') return 'Nobody reads the console: take logFailure of host/ui/log.';
    if (symbol?.name !== 'window' || !isOfVSCode(sources, node) || isImportSpecifier(node.parent)) return undefined;
    const whole = isPropertyAccessExpression(node.parent) && node.parent.name === node ? node.parent : node;
    const used = whole.parent;
    if (!isPropertyAccessExpression(used) || used.expression !== whole)
      return 'The window as a whole can show anything: name what is used of it in one go.';
    return quiet.test(used.name.text)
      ? undefined
      : `window.${used.name.text} shows text: take a function of host/ui, which takes words.`;
  }
  if (isNewExpression(node)) {
    const name = isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
    return isOfVSCode(sources, name) && !unseen.has(name.getText())
      ? `new ${name.getText()} shows text: take a function of host/ui, which takes words.`
      : undefined;
  }
  if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.EqualsToken) {
    const { left } = node;
    if (isPropertyAccessExpression(left) && shown.test(left.name.text) && isOfVSCode(sources, left.name))
      return `${left.getText()} is shown: take a function of host/ui, which takes words.`;
  }
  if (isCallExpression(node)) {
    const [command, ...rest] = node.arguments;
    if (command && isStringLiteral(command) && nameOf(node.expression) === 'executeCommand')
      return titled.has(command.text) || (command.text === 'vscode.open' && rest.length > 2)
        ? `${command.text} shows a title: take a function of host/ui/tabs, which takes words.`
        : undefined;
  }
  if (isAsExpression(node) && isObjectLiteralExpression(node.expression) && node.type.getText() !== 'const')
    return 'What is asserted is not checked: let the compiler see that text in it is words.';
  if (
    isAsExpression(node) &&
    isTypeReferenceNode(node.type) &&
    /^(?:Words|Tooltip)$/.test(node.type.typeName.getText())
  )
    return `Only ${maker} makes ${node.type.getText()}: take words() or inert().`;
  return undefined;
}

/** Our own words are there to be read in the code, so that nothing from outside can become a part of them. */
function templateProblem(sources: Sources, node: Node): string | undefined {
  if (!isCallExpression(node)) return undefined;
  const made = madeBy(sources, node);
  const [template] = node.arguments;
  if ((made !== 'words' && made !== 'joined') || !template) return undefined;
  return templatesOf(template) === undefined
    ? `The first argument of ${made}() must be a literal, or vscode.l10n.t() of one and nothing else.`
    : undefined;
}

/** The function of src/core/inert.ts that is called. */
export function madeBy(sources: Sources, call: Node): string | undefined {
  return isCallExpression(call) ? makerNamed(sources, call.expression) : undefined;
}

/** The function of src/core/inert.ts that is named. */
export function makerNamed({ symbolOf, fileOf }: Sources, name: Node): string | undefined {
  const symbol = symbolOf(name);
  return symbol && fileOf(symbol).endsWith(maker) ? symbol.name : undefined;
}

/** The literals that a template can be; nothing when it can be anything else. */
export function templatesOf(node: Node): string[] | undefined {
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (isConditionalExpression(node)) {
    const [one, other] = [templatesOf(node.whenTrue), templatesOf(node.whenFalse)];
    return one && other && [...one, ...other];
  }
  if (isCallExpression(node) && /(?:^|\.)l10n\.t$/.test(node.expression.getText()) && node.arguments.length === 1) {
    const [literal] = node.arguments;
    return literal && (isStringLiteral(literal) || isNoSubstitutionTemplateLiteral(literal))
      ? [literal.text]
      : undefined;
  }
  return undefined;
}

function isOfVSCode({ symbolOf, fileOf }: Sources, name: Node): boolean {
  const symbol = symbolOf(name);
  return symbol !== undefined && /\/@types\/vscode\//.test(fileOf(symbol));
}

function nameOf(called: Node): string {
  return isPropertyAccessExpression(called) ? called.name.text : called.getText();
}
