import { type Inline, readText } from '#shared/reports/rich-text.rules.ts';

/** A text of rich-text.rules.ts as it reads: elements of our own, never HTML of somebody else's. */
export function RichText({ text }: { text: string }) {
  // Blocks have no names of their own; a text is drawn anew as a whole.
  return (
    <div style={{ maxWidth: 900 }}>
      {readText(text).map((block, index) => {
        const key = `${index}`;
        if ('items' in block) return <ListOf key={key} kind={block.kind} items={block.items} />;
        if (block.kind === 'heading')
          return (
            <h4 key={key}>
              <Words content={block.content} />
            </h4>
          );
        return (
          <p key={key}>
            <Words content={block.content} />
          </p>
        );
      })}
    </div>
  );
}

function ListOf({ kind, items }: { kind: 'dashes' | 'numbers'; items: readonly Inline[][] }) {
  const List = kind === 'dashes' ? 'ul' : 'ol';
  return (
    <List>
      {items.map((item, at) => {
        const line = `${at}`;
        return (
          <li key={line}>
            <Words content={item} />
          </li>
        );
      })}
    </List>
  );
}

function Words({ content }: { content: readonly Inline[] }) {
  return content.map(({ text, bold, italic }, index) => {
    const words = italic ? <em>{text}</em> : text;
    const key = `${index}`;
    return <span key={key}>{bold ? <strong>{words}</strong> : words}</span>;
  });
}
