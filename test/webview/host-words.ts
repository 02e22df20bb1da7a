import { registerHooks } from 'node:module';

const standIn = `
const fill = (text, ...values) => text.replace(/\\{(\\d)\\}/g, (_, index) => values[index]);
exports.l10n = { t: fill };
exports.env = { language: 'en' };
exports.Uri = { joinPath: (base, ...parts) => base + '/' + parts.join('/') };
`;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vscode'
      ? { url: 'vscode:stand-in', format: 'commonjs', shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) =>
    url === 'vscode:stand-in' ? { source: standIn, format: 'commonjs', shortCircuit: true } : next(url, context),
});

/** The host's own modules, with as much of VS Code as finding words and addresses needs. */
export async function hostPages() {
  const [{ reportWords }, { guideWords }, { renderPage }] = await Promise.all([
    import('../../src/host/assessment/report-words'),
    import('../../src/host/guide/guide-words'),
    import('../../src/host/ui/page'),
  ]);
  return { reportWords, guideWords, renderPage };
}
