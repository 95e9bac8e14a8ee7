import type { List, Nodes, Parent, RootContent, Table } from 'mdast';
import { joinLines } from '../text/join-lines.ts';

/** Markdown nodes as text that pastes well anywhere: blank lines between blocks, `-` and numbers for lists, tabs between cells. */
export function writePlain(nodes: readonly RootContent[]): string {
  return nodes
    .map((node) => writeBlock(node, ''))
    .filter((block) => block.trim() !== '')
    .join('\n\n');
}

function writeBlock(node: RootContent, indent: string): string {
  switch (node.type) {
    case 'list':
      return writeList(node, indent);
    case 'table':
      return writeTable(node);
    case 'blockquote':
    case 'footnoteDefinition':
      return node.children.map((child) => writeBlock(child, indent)).join('\n\n');
    case 'code':
      return node.value;
    case 'thematicBreak':
    case 'definition':
      return '';
    default:
      return writeInline(node).trim();
  }
}

function writeList(list: List, indent: string): string {
  return list.children
    .map((item, index) => {
      const bullet = list.ordered === true ? `${(list.start ?? 1) + index}.` : '-';
      const box = typeof item.checked === 'boolean' ? `[${item.checked ? 'x' : ' '}] ` : '';
      const deeper = `${indent}  `;
      const [first, ...others] = item.children.map((child) => writeBlock(child, deeper));
      const head = item.children[0]?.type === 'list' ? `\n${first ?? ''}` : (first ?? '');
      const rest = others.map((block, at) =>
        item.children[at + 1]?.type === 'list' ? `\n${block}` : `\n${block.replace(/^/gm, deeper)}`,
      );
      return `${indent}${bullet} ${box}${head}${rest.join('')}`;
    })
    .join('\n');
}

function writeTable(table: Table): string {
  return table.children
    .map((row) => row.children.map((cell) => writeInline(cell).replace(/\s+/g, ' ').trim()).join('\t'))
    .join('\n');
}

function writeInline(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      // Lines that were only wrapped flow together again.
      return joinLines(node.value);
    case 'break':
      return '\n';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'link': {
      const words = childrenOf(node);
      return node.url === words || node.url === `mailto:${words}` ? words : `${words} (${node.url})`;
    }
    case 'footnoteReference':
      return `[${node.label ?? node.identifier}]`;
    case 'html':
      return '';
    default:
      return 'children' in node ? childrenOf(node) : '';
  }
}

function childrenOf(node: Parent): string {
  return node.children.map((child) => writeInline(child)).join('');
}
