import { useEffect, useMemo, useState } from 'preact/hooks';
import { Icon } from '../parts/icon';
import { fillIn } from '../parts/phrase';
import { highlight } from './highlight';
import { usePage } from './page';
import { Scrolling } from './scrolling';

interface CodeBlockProps {
  readonly language: string;
  readonly file: string | null;
  readonly text: string;
}

/** How long the button says that it has copied. */
const copiedFor = 2000;

/** Code with its file's name, in the colours of the theme, and a button that copies it. */
export function CodeBlock({ language, file, text }: CodeBlockProps) {
  const { words, send, say } = usePage();
  const [copied, setCopied] = useState(false);
  const pieces = useMemo(() => highlight(language, text), [language, text]);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), copiedFor);
    return () => clearTimeout(timer);
  }, [copied]);
  const name = file ?? words.code;
  return (
    <figure class="code">
      <figcaption>
        <span class="file">{file ?? (language === 'text' ? '' : language)}</span>
        <button
          type="button"
          class="copy"
          aria-label={fillIn(words.copyNamed, name)}
          onClick={() => {
            send({ kind: 'copy', text });
            setCopied(true);
            say(words.copied);
          }}
        >
          <Icon name={copied ? 'check' : 'copy'} />
          <span>{copied ? words.copied : words.copy}</span>
        </button>
      </figcaption>
      <Scrolling class="lines" name={name}>
        <pre>
          <code>
            {pieces.map(({ scope, text: piece }, index) =>
              scope === null ? (
                piece
              ) : (
                <span key={index} class={`code-${scope}`}>
                  {piece}
                </span>
              ),
            )}
          </code>
        </pre>
      </Scrolling>
    </figure>
  );
}
