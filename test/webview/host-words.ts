import '../host/vscode-stand-in';

/** The host's own modules, with as much of VS Code as finding words and addresses needs. */
export async function hostPages() {
  const [{ reportWords }, { guideWords }, { languageOfWords }, { renderPage }] = await Promise.all([
    import('../../src/host/assessment/report-words'),
    import('../../src/host/guide/guide-words'),
    import('../../src/host/ui/language'),
    import('../../src/host/ui/page'),
  ]);
  return { reportWords, guideWords, languageOfWords, renderPage };
}
