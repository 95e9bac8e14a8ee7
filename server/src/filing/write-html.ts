import type { Nodes, Parent, RootContent } from 'mdast';
import { joinLines } from '../text/join-lines.ts';

/** Markdown nodes as simple HTML without styles, for Word and case systems. Everything of the record's is escaped. */
export function writeHtml(nodes: readonly RootContent[]): string {
  return nodes
    .map(write)
    .filter((block) => block !== '')
    .join('\n');
}

/** Text for HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function write(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return escapeHtml(joinLines(node.value));
    case 'inlineCode':
      return escapeHtml(node.value);
    case 'code':
      return `<pre>${escapeHtml(node.value)}</pre>`;
    case 'break':
      return '<br>';
    case 'heading':
      return element(`h${node.depth}`, node);
    case 'paragraph':
      return element('p', node);
    case 'emphasis':
      return element('em', node);
    case 'strong':
      return element('strong', node);
    case 'delete':
      return element('del', node);
    case 'blockquote':
      return element('blockquote', node);
    case 'list':
      return element(node.ordered === true ? 'ol' : 'ul', node);
    case 'listItem': {
      const box = typeof node.checked === 'boolean' ? (node.checked ? '☑ ' : '☐ ') : '';
      // A single paragraph needs none of its own.
      const content = node.children.map((child) =>
        child.type === 'paragraph' ? childrenOf(child) : write(child),
      );
      return `<li>${box}${content.join('<br>').replace(/<br>(?=<[uo]l>)/g, '')}</li>`;
    }
    case 'table':
      return `<table border="1">${node.children
        .map((row, index) => {
          const cell = index === 0 ? 'th' : 'td';
          return `<tr>${row.children.map((each) => element(cell, each)).join('')}</tr>`;
        })
        .join('')}</table>`;
    case 'link':
      return /^(?:https?|mailto):/i.test(node.url)
        ? `<a href="${escapeHtml(node.url)}">${childrenOf(node)}</a>`
        : childrenOf(node);
    case 'image':
    case 'imageReference':
      return escapeHtml(node.alt ?? '');
    case 'footnoteReference':
      return `[${escapeHtml(node.label ?? node.identifier)}]`;
    case 'thematicBreak':
    case 'definition':
    case 'html':
      return '';
    default:
      return 'children' in node ? childrenOf(node) : '';
  }
}

function element(name: string, node: Parent): string {
  return `<${name}>${childrenOf(node)}</${name}>`;
}

function childrenOf(node: Parent): string {
  return node.children.map((child) => write(child)).join('');
}
