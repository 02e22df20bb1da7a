import fc from 'fast-check';

/** What somebody writes who wants a text to be more than a text, set apart by spaces. */
const written = {
  markdown:
    '--- === ``` ~~~ ` `` ** __ * _ ~~ | \\ \\| || $ $$ [ ] ( ) ]( ![ < > <!-- --> { } [x] [^1] [!NOTE] ![t](https://b.example/t.png)',
  links:
    '[a](https://b.example) [x]:https://b.example <https://b.example> <a@b.example> [a](command:x) https://b.example HTTP://B.EXAMPLE/ ftp://b.example //b.example //localhost mailto:a@b.example',
  bareAddresses:
    'www.b.example WWW.1a.com b.example google.com a@b.example xmpp:a@b.example 192.168.0.1 тест.рф command:x',
  html: '<script>alert(1)</script> <img/src=x/onerror=alert(1)> <!DOCTYPE> <?x?> &amp; &#42; &#x2a; & ; &lt;b&gt;',
  sites: '@octocat #12 GH-12 !12 :x: :+1: a/b#1 /merge',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what shells and HCL read
  templates: '<% %> {0} {longest-run} ${x} %{ {{ }} $(x)',
  code: '" \' \'\'\' """ */ // # && ; `x`',
  others: 'a Z 0 7 . , : ! = - + é ש 漢 😀 👩‍👩‍👧 http www com',
};

/** The same, of what needs its spaces. */
const spaced = [
  ...[' ', '    ', '\t', '\n', '\r\n', '\n\n', '# ', '## ', '- ', '* ', '+ ', '1. ', '2) ', '> ', '[ ] ', '[x] '],
  ...['<img src=x onerror=alert(1)>', '<% name %>', '<% nope %>', '<% decision-report %>', '<% slot files %>'],
];

/** What steers a terminal, turns a line round, hides or is half of a character. */
const control = '\u001b[31m|\u0007|\u0000|\u007f|\u0085|\u009b|\u200b|\u200e|\u202e|\u2066|\u2028|\ufeff|\ud800'.split(
  '|',
);

const pieces = [...Object.values(written).flatMap(text => text.split(' ')), ...spaced, ...control];

/** Text that no reader may be harmed by: such pieces in any order, between any other characters. */
export const hostileText = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'binary', maxLength: 3 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map(some => some.join(''));
