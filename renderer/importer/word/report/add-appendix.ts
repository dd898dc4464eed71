import type { AppendixBlock } from '../../../../shared/reports/word/word-plan';
import { createAppendix } from './appendix/create-appendix';
import type { WordBase } from './open-base';

/** Adds an appendix after the text, before the properties of the last section. */
export function addAppendix(
  { package: edited, main, document }: WordBase,
  blocks: readonly AppendixBlock[],
  nextId: () => number,
): void {
  const { body } = document;
  const elements = createAppendix(edited, main.name, main.document, blocks, nextId);
  const last = body.lastElementChild;
  if (last?.localName === 'sectPr') last.before(...elements);
  else body.append(...elements);
}
