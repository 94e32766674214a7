import ReactMarkdown, { type Components } from 'react-markdown';
import { safeHref } from '#app/domain/offer/links.ts';
import { isTangled } from '#app/domain/offer/markdown.ts';

type MarkdownProps = {
  children: string;
  /** The level of the heading that it stands under: its own headings begin one below. */
  under?: 1 | 2 | 3;
};

/**
 * Somebody's Markdown as a page shows it: headings, paragraphs, lists, emphasis, quotations and
 * links, and nothing else. HTML in it is left out, and so is every link that could lead to a program.
 */
export function Markdown({ children, under = 1 }: MarkdownProps) {
  // What would take too long to read is shown as it was typed.
  if (isTangled(children)) return <p className="prose prose--plain">{children}</p>;
  return (
    <div className="prose">
      <ReactMarkdown
        allowedElements={ALLOWED}
        unwrapDisallowed
        skipHtml
        urlTransform={safeHref}
        rehypePlugins={[[tidy, { under }]]}
        components={COMPONENTS}
      >
        {children}
      </ReactMarkdown>
    </div>
  );
}

const ALLOWED = [
  ...['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'ul', 'ol', 'li', 'blockquote', 'hr'],
  ...['strong', 'em', 'a', 'br'],
];

/** Only what is named is handed on: no other attribute that a library might add. */
const COMPONENTS: Components = {
  a: ({ href, children }) => (href ? <a href={href}>{children}</a> : children),
  p: ({ children }) => <p>{children}</p>,
  li: ({ children }) => <li>{children}</li>,
  ol: ({ start, children }) => <ol start={start}>{children}</ol>,
};

/** A node of the tree that react-markdown makes, as far as it is looked at here. */
type Node = { type: string; tagName?: string; value?: string; children?: Node[] };

/**
 * Headings go on from what they stand under, and never skip a level; headings and links without
 * words, which say nothing to anybody, are left out.
 */
function tidy({ under }: { under: number }) {
  return (tree: Node): void => {
    let last = under;
    const visit = (node: Node): void => {
      node.children = node.children?.filter((child) => !isEmpty(child));
      for (const child of node.children ?? []) {
        const level = headingLevel(child);
        if (level !== null) {
          last = Math.min(under + Math.max(level - 1, 1), last + 1, 6);
          child.tagName = `h${last}`;
        }
        visit(child);
      }
    };
    visit(tree);
  };
}

function headingLevel({ tagName = '' }: Node): number | null {
  return /^h[1-6]$/.test(tagName) ? Number(tagName[1]) : null;
}

function isEmpty(node: Node): boolean {
  const mustSay = node.tagName === 'a' || headingLevel(node) !== null;
  return mustSay && wordsOf(node).trim() === '';
}

function wordsOf({ type, value, children }: Node): string {
  if (type === 'text') return value ?? '';
  return (children ?? []).map(wordsOf).join('');
}
