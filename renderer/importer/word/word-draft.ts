import { longestText } from '../../../shared/domain/draft';
import { joinParts } from '../../../shared/import/draft-body';
import { noticesOf } from '../../../shared/import/notices';
import { refuseEmpty, refuseTooLarge } from '../../../shared/import/problems';
import type { Imported } from '../../../shared/import/proposal';
import type { File } from '../format';
import { claimsOf } from './comment-claims';
import { type Converted, convert } from './convert';
import { bylineOf, languageOf, titleOf } from './facts';
import { countChanges, openDocument } from './word-document';
import { refuseFault, refuseNoDocument } from './word-problems';
import { unpack } from './zip-check';

/** The offset in the text of each anchor; what stood in a block without words is at the end of the one before. */
function placesIn({ parts, places }: Converted, blocks: readonly { start: number; end: number }[]) {
  const found = new Map<number, number>();
  let shown = 0;
  let end = 0;
  for (const [index, { text }] of parts.entries()) {
    const block = text === '' ? undefined : blocks[shown++];
    for (const [anchor, at] of places[index] ?? []) found.set(anchor, block ? block.start + at : end);
    end = block?.end ?? end;
  }
  return found;
}

/** The draft of a Word document, its comments as claims on the words that they are on. */
export async function wordDraft({ origin, bytes }: File): Promise<Imported> {
  const { name } = origin;
  const unpacked = unpack(bytes);
  if (!unpacked.ok) return refuseFault(name, unpacked.fault);
  const document = openDocument(unpacked.parts);
  if (document === 'none') return refuseNoDocument(name);
  if (document === 'damaged') return refuseFault(name, { kind: 'damaged' });
  const { body, stories, comments, properties, walk } = document;
  const converted = await convert(walk, body);
  const parts = converted.parts.filter(({ text }) => text !== '');
  const draft = joinParts(parts);
  if (draft.blocks.length === 0) return refuseEmpty(name);
  if (draft.text.length > longestText) return refuseTooLarge(name);
  const claims = claimsOf(draft.text, comments, walk.anchors, placesIn(converted, draft.blocks));
  return {
    ok: true,
    proposal: {
      title: titleOf(converted.title, parts, properties, name),
      byline: bylineOf(converted.author, parts, properties),
      link: null,
      publishedAt: null,
      language: languageOf(body, walk.styles.language),
      origin,
      ...draft,
      sources: [],
      claims,
    },
    notices: noticesOf({
      ...walk.counts,
      notesKept: walk.referred.length,
      commentsKept: claims.length,
      commentsLeftOut: comments.size - claims.length,
      changesAccepted: countChanges(stories),
      tablesKept: converted.tables,
    }),
  };
}
