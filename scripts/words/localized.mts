// What the host says by VS Code's l10n: the sentences that a bundle translates, found as the compiler reads the code.
import type { Node } from 'typescript/unstable/ast';
import { isCallExpression, isNoSubstitutionTemplateLiteral, isStringLiteral } from 'typescript/unstable/ast/is';
import { type Problem, type Sources, visit } from './sources.mts';

/** Every sentence that goes through `l10n.t`, once, in the order of the alphabet. A bundle has them as keys. */
export function localizedTexts({ files }: Sources): readonly string[] {
  const texts = new Set<string>();
  for (const file of files)
    visit(file, node => {
      const text = literalOf(node);
      if (text !== undefined) texts.add(text);
    });
  return [...texts].sort();
}

/** Every call of `l10n.t` whose sentence is not a literal: no bundle can have it. */
export function unwrittenSentences({ files, placeOf }: Sources): Problem[] {
  const found: Problem[] = [];
  for (const file of files)
    visit(file, node => {
      if (isLocalizing(node) && literalOf(node) === undefined)
        found.push({ ...placeOf(node), problem: 'l10n.t takes a sentence that is written down there.' });
    });
  return found;
}

/** Whether `l10n.t` is called. */
export function isLocalizing(node: Node): boolean {
  return isCallExpression(node) && /(?:^|\.)l10n\.t$/.test(node.expression.getText());
}

function literalOf(node: Node): string | undefined {
  if (!isCallExpression(node) || !isLocalizing(node)) return undefined;
  const [sentence] = node.arguments;
  return sentence && (isStringLiteral(sentence) || isNoSubstitutionTemplateLiteral(sentence))
    ? sentence.text
    : undefined;
}
