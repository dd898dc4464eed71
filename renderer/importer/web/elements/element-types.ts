import type { ImportedBlock } from '../../../../shared/import/imported-blocks';
import type { InlineStyle } from '../../text/styled-text';
import { isBold, isItalic } from './declared-style';
import { resolveLinkAddress } from './link-address';

export type BlockType = Pick<ImportedBlock, 'kind' | 'level'>;

export const paragraphType: BlockType = { kind: 'paragraph', level: null };

/** The type of the blocks in an element; `outer` is that of the element around it. A list item is one only in its first block. */
export function getBlockType(name: string, outer: BlockType): BlockType {
  if (/^h[1-6]$/.test(name)) return { kind: 'heading', level: Number(name.slice(1)) };
  if (name === 'blockquote') return { kind: 'quote', level: null };
  if (name === 'figcaption' || name === 'caption') return { kind: 'caption', level: null };
  return name === 'li' && outer.kind === 'quote' ? paragraphType : outer;
}

/** The style of text directly in an element; `outer` is that of the element around it, and is returned when nothing changes. */
export function getInlineStyle(element: Element, outer: InlineStyle): InlineStyle {
  const bold = isBold(element, outer.bold);
  const italic = isItalic(element, outer.italic);
  const link = element.localName === 'a' ? element.getAttribute('href') : null;
  const href = link === null ? outer.href : resolveLinkAddress(link);
  if (bold === outer.bold && italic === outer.italic && href === outer.href) return outer;
  return { ...outer, bold, italic, href };
}
