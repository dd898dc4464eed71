import { articleFields } from '../../../shared/domain/article';
import { maxTextLength } from '../../../shared/domain/draft/draft';
import type { Origin } from '../../../shared/domain/draft/draft-origin';
import { dateSchema, maxLineLength, normalizeLineInput } from '../../../shared/domain/primitives';
import { type ImportedBlock, joinBlocks } from '../../../shared/import/imported-blocks';
import { createNotices } from '../../../shared/import/notices';
import { refuseEmpty, refuseTooLarge } from '../../../shared/import/problems';
import { type ImportResult, noClaims } from '../../../shared/import/proposal';
import { proposeTitle } from '../../../shared/import/title';
import { collapseWhitespace } from '../../../shared/text/format/collapse-whitespace';
import { shorten } from '../../../shared/text/format/shorten';
import type { NewsItem } from './news-item';

/** The headlines, unless the body begins with them, what stands between them and the body, and the body. */
function addHeadlines({ headline, subheadlines, lead, body }: NewsItem): ImportedBlock[] {
  const first = collapseWhitespace(body.blocks[0]?.text ?? '');
  const headings = [
    { level: 1, text: collapseWhitespace(headline) },
    ...subheadlines.map((text) => ({ level: 2, text: collapseWhitespace(text) })),
  ].filter(({ text }) => text !== '' && text !== first);
  return [
    ...headings.map((heading): ImportedBlock => ({ kind: 'heading', marks: [], ...heading })),
    ...lead,
    ...body.blocks,
  ];
}

/** Makes the draft of an article of a news agency. */
export function createNewsDraft(origin: Origin, item: NewsItem): ImportResult {
  if (item.body.blocks.length === 0) return refuseEmpty(origin.name);
  const blocks = addHeadlines(item);
  const draft = joinBlocks(blocks);
  if (draft.text.length > maxTextLength) return refuseTooLarge(origin.name);
  const headline = collapseWhitespace(item.headline);
  const date = dateSchema.safeParse(item.date.slice(0, 10));
  const language = articleFields.language.safeParse(item.language);
  return {
    ok: true,
    proposal: {
      title: headline === '' ? proposeTitle(blocks, origin.name) : shorten(headline, maxLineLength),
      byline: normalizeLineInput(shorten(item.byline.trim().replace(/^by\s+/i, ''), maxLineLength)),
      link: null,
      publishedAt: date.success ? date.data : null,
      language: language.success ? language.data : null,
      origin,
      ...draft,
      ...noClaims,
    },
    notices: createNotices({
      imagesLeftOut: item.body.imagesLeftOut,
      tablesKept: item.body.tablesKept,
      articlesLeftOut: item.otherCount,
      partsLeftOut: item.leftOutCount,
    }),
  };
}
