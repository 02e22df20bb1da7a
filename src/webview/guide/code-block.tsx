import { useEffect, useState } from 'preact/hooks';
import { type Code, textOfCode } from '../../core/guide/text';
import { Icon } from '../parts/icon';
import { fillIn } from '../parts/phrase';
import { usePage } from './page';
import { Scrolling } from './scrolling';
import { words } from './words';

/** How long the button says that it has copied. */
const copiedFor = 2000;

/** Code with its file's name, in the colours of the theme, and a button that copies it. */
export function CodeBlock({ code }: { code: Code }) {
  const { language, file, runs } = code;
  const { send, say } = usePage();
  const [copied, setCopied] = useState(false);
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
            send({ kind: 'copy', text: textOfCode(code) });
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
            {runs.map((run, index) =>
              typeof run === 'string' ? (
                run
              ) : (
                <span key={index} class={`code-${run[0]}`}>
                  {run[1]}
                </span>
              ),
            )}
          </code>
        </pre>
      </Scrolling>
    </figure>
  );
}
