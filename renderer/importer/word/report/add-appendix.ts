import type { AppendixBlock } from '../../../../shared/reports/word/word-plan';
import { findOwnAppendix } from '../document/own-appendix';
import { createAppendix } from './appendix/create-appendix';
import type { WordBase } from './open-base';

/** Adds an appendix after the text, before the properties of the last section. It takes the place of those of earlier reports. */
export function addAppendix(
  { package: edited, main, document }: WordBase,
  blocks: readonly AppendixBlock[],
  nextId: () => number,
): void {
  const { body } = document;
  for (const block of findOwnAppendix(body)) if (block.localName !== 'sectPr') block.remove();
  const elements = createAppendix(edited, main.name, main.document, blocks, nextId);
  const last = body.lastElementChild;
  if (last?.localName === 'sectPr') last.before(...elements);
  else body.append(...elements);
}
