import type { AlertTone, Block, ListItem } from '../../core/guide/text';
import { Icon, type IconName } from '../parts/icon';
import { CodeBlock } from './code-block';
import { Diagram } from './diagram';
import { PlatformTabs } from './platform-tabs';
import { Table } from './table';
import { Text } from './text';
import { words } from './words';

/** The blocks of a text, one below the other. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        <OneBlock key={index} block={block} />
      ))}
    </>
  );
}

function OneBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Text line={block.children} />
        </p>
      );
    case 'heading':
      return <SubHeading heading={block} />;
    case 'list':
      return <List start={block.start} items={block.items} />;
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} />
        </blockquote>
      );
    case 'alert':
      return <Alert tone={block.tone} blocks={block.blocks} />;
    case 'code':
      return <CodeBlock code={block} />;
    case 'table':
      return <Table align={block.align} head={block.head} rows={block.rows} />;
    case 'diagram':
      return <Diagram drawing={block.drawing} caption={block.caption} />;
    case 'rule':
      return <hr />;
    case 'tabs':
      return (
        <PlatformTabs
          tabs={block.tabs.map(({ platform, title, blocks }) => ({
            platform,
            title,
            content: <Blocks blocks={blocks} />,
          }))}
        />
      );
    case 'made':
      return <Blocks blocks={block.blocks} />;
  }
}

function SubHeading({ heading }: { heading: Extract<Block, { kind: 'heading' }> }) {
  const Level = heading.level === 3 ? 'h3' : 'h4';
  return (
    <Level id={heading.id ?? undefined} tabIndex={heading.id === null ? undefined : -1}>
      <Text line={heading.children} bare />
    </Level>
  );
}

/** A list; where its items can be ticked off, each with a box that says whether it is. */
function List({ start, items }: { start: number | null; items: readonly ListItem[] }) {
  const rows = items.map((item, index) => <Item key={index} item={item} />);
  if (start !== null) return <ol start={start}>{rows}</ol>;
  const isChecklist = items.length > 0 && items.every(({ done }) => done !== null);
  return <ul class={isChecklist ? 'checklist' : ''}>{rows}</ul>;
}

function Item({ item }: { item: ListItem }) {
  // A line that is the whole item is no paragraph of its own.
  const [first, ...rest] = item.blocks;
  const content =
    first?.kind === 'paragraph' ? (
      <>
        <Text line={first.children} />
        <Blocks blocks={rest} />
      </>
    ) : (
      <Blocks blocks={item.blocks} />
    );
  if (item.done === null) return <li>{content}</li>;
  return (
    <li class="task">
      <Icon name={item.done ? 'task-done' : 'task'} />
      <div>
        <span class="visually-hidden">{item.done ? words.done : words.toDo} </span>
        {content}
      </div>
    </li>
  );
}

const alertIcons = { note: 'note', tip: 'tip', warning: 'concern' } satisfies Record<AlertTone, IconName>;

function Alert({ tone, blocks }: { tone: AlertTone; blocks: readonly Block[] }) {
  const title = { note: words.note, tip: words.tip, warning: words.warning }[tone];
  return (
    <div class={`alert ${tone}`} role="note" aria-label={title}>
      <p class="alert-title">
        <Icon name={alertIcons[tone]} />
        {title}
      </p>
      <Blocks blocks={blocks} />
    </div>
  );
}
