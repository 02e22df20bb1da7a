import type otherLanguage from 'highlight.js/lib/languages/bash';

/** Terraform's language, as much of it as colours need; highlight.js has none. */
export const hcl: typeof otherLanguage = hljs => ({
  name: 'HCL',
  aliases: ['tf', 'terraform'],
  keywords: {
    keyword: 'resource data variable output module provider terraform locals backend moved import check for in if',
    literal: 'true false null',
    type: 'string number bool list map set object tuple any',
  },
  contains: [
    hljs.HASH_COMMENT_MODE,
    hljs.C_LINE_COMMENT_MODE,
    hljs.C_BLOCK_COMMENT_MODE,
    hljs.NUMBER_MODE,
    {
      scope: 'string',
      begin: '"',
      end: '"',
      contains: [hljs.BACKSLASH_ESCAPE, { scope: 'subst', begin: /\$\{/, end: /\}/ }],
    },
    { scope: 'string', begin: /<<-?\s*(\w+)\n/, end: /^\s*\w+$/m },
    { scope: 'attr', begin: /[A-Za-z_][\w-]*(?=\s*=[^=>])/ },
    { scope: 'title', begin: /\b[a-z_]\w*(?=\()/ },
  ],
});
