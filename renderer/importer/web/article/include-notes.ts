import type { FoundArticle } from './find-article';

/** Counts the notes to which the article refers as part of it, wherever they stand: they are short, as furniture is. */
export function includeNotes(found: FoundArticle): FoundArticle {
  const names = new Set(
    found.blocks
      .filter(({ isArticle }) => isArticle)
      .flatMap(({ block }) =>
        block.marks.flatMap(({ kind, target }) => (kind === 'noteRef' ? [target] : [])),
      ),
  );
  let isReferred = false;
  const blocks = found.blocks.map((one) => {
    const { kind, name } = one.block;
    // Further paragraphs of a note have no name.
    if (kind !== 'note') isReferred = false;
    else if (name !== undefined) isReferred = names.has(name);
    return isReferred ? { ...one, isArticle: true } : one;
  });
  return { ...found, blocks };
}
