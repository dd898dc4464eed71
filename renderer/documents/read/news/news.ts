import { articleFields } from '#shared/domain/base/article.ts';
import { maxTextLength, type Origin } from '#shared/domain/base/draft.ts';
import { dateSchema, maxLineLength, normalizeLineInput } from '#shared/domain/base/primitives.ts';
import { type ImportedBlock, joinBlocks } from '#shared/import/base/imported-blocks.ts';
import { createNotices, type ImportNotice } from '#shared/import/base/notices.ts';
import {
  refuse,
  refuseDamaged,
  refuseEmpty,
  refuseHostile,
  refuseTooLarge,
} from '#shared/import/base/problems.ts';
import { type ImportResult, noClaims } from '#shared/import/base/proposal.ts';
import { proposeTitle } from '#shared/import/text/title.ts';
import { collapseWhitespace, shorten } from '#shared/text/format/wording.ts';
import { findXmlEncoding } from '../base/decode-as.ts';
import { createEncodingNotices, decodeText } from '../base/decode-text.ts';
import type { Format, InputFile } from '../base/format.ts';
import { parseXml, TooDeepError, whyTooDeep } from '../base/xml.ts';
import type { NewsFault, NewsItem, ReadNews } from './news-item.ts';
import { readNewsMl, readNitf } from './newsml-g2.ts';
import { readNinjs } from './ninjs.ts';

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
function createNewsDraft(origin: Origin, item: NewsItem): ImportResult {
  if (item.body.blocks.length === 0) return refuseEmpty(origin.name);
  const blocks = addHeadlines(item);
  const draft = joinBlocks(blocks);
  if (draft.text.length > maxTextLength) return refuseTooLarge(origin.name);
  const headline = collapseWhitespace(item.headline);
  return {
    ok: true,
    proposal: {
      title: headline === '' ? proposeTitle(blocks, origin.name) : shorten(headline, maxLineLength),
      byline: normalizeLineInput(shorten(item.byline.trim().replace(/^by\s+/i, ''), maxLineLength)),
      link: null,
      publishedAt: dateSchema.safeParse(item.date.slice(0, 10)).data ?? null,
      language: articleFields.language.safeParse(item.language).data ?? null,
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

/** How far a file is searched for the element or the fields that identify the format, in bytes. */
const maxStartBytes = 4_096;
const maxJsonBytes = 1_000_000;

const decodeStart = (bytes: Uint8Array, length: number) =>
  new TextDecoder('latin1').decode(bytes.subarray(0, length));

const newsRoot = /<(?:[\w-]+:)?(?:nitf|newsItem|newsMessage)[\s>]/;
/** A body and a field of news; other JSON is data. */
const ninjsBody = /"(?:body_xhtml|body_html|body_text|bodies)"\s*:/;
const ninjsField = /"(?:headline|headlines|versioncreated|versionCreated|pubstatus|pubStatus)"\s*:/;

function isNews({ bytes }: InputFile): boolean {
  const start = decodeStart(bytes, maxStartBytes);
  if (/^(?:\xef\xbb\xbf)?\s*\{/.test(start)) {
    const json = decodeStart(bytes, maxJsonBytes);
    return ninjsBody.test(json) && ninjsField.test(json);
  }
  return /^(?:\xef\xbb\xbf)?\s*</.test(start) && newsRoot.test(start);
}

const failed = (fault: NewsFault): ReadNews => ({ ok: false, fault });

function readXml(text: string, encodingNotices: ImportNotice[]): ReadNews {
  // A declared entity may expand to a billion others.
  if (text.includes('<!ENTITY'))
    return failed({ kind: 'hostile', why: 'declares entities of its own, as no article does' });
  const root = parseXml(text);
  if (!root) return failed({ kind: 'damaged' });
  try {
    const item = root.localName === 'nitf' ? readNitf(root) : readNewsMl(root);
    return item ? { ok: true, item, encodingNotices } : failed({ kind: 'noText' });
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error;
    return failed({ kind: 'hostile', why: whyTooDeep });
  }
}

function readNews({ origin, bytes, charset, encoding }: InputFile): ReadNews {
  const decoded = decodeText(origin.name ?? '', bytes, [charset ?? '', findXmlEncoding(bytes)], encoding);
  if (!decoded.ok) return failed({ kind: 'damaged' });
  const encodingNotices = createEncodingNotices(decoded);
  if (!decoded.text.trimStart().startsWith('{')) return readXml(decoded.text, encodingNotices);
  const item = readNinjs(decoded.text);
  if (item === 'damaged') return failed({ kind: 'damaged' });
  return item ? { ok: true, item, encodingNotices } : failed({ kind: 'noText' });
}

function refuseFault(name: string | null, fault: NewsFault): ImportResult {
  if (fault.kind === 'damaged') return refuseDamaged(name);
  if (fault.kind === 'hostile') return refuseHostile(name, fault.why);
  return refuse(
    'noText',
    `${name ?? 'What was pasted'} is a news item without a text of its own`,
    'If it only names a picture or a page, open the article itself.',
  );
}

/**
 * Articles as news agencies send them: NITF, NewsML-G2 with XHTML, NITF or text in it, and ninjs. Nothing is fetched
 * from elsewhere. `news-item.ts` reads bodies as those of pages are read.
 */
export const news: Format = {
  matches: isNews,
  readDraft: (file) => {
    const read = readNews(file);
    if (!read.ok) return refuseFault(file.origin.name, read.fault);
    const result = createNewsDraft(file.origin, read.item);
    if (result.ok) result.notices.push(...read.encodingNotices);
    return result;
  },
  readText: (file) => {
    const read = readNews(file);
    if (!read.ok)
      return read.fault.kind === 'noText'
        ? { state: 'noText' }
        : { state: 'unreadable', why: 'The file is damaged.' };
    const { headline, subheadlines, lead, byline, body } = read.item;
    const beside = [headline, ...subheadlines, byline].filter((text) => text !== '');
    return {
      state: 'read',
      pages: [[...lead, ...body.blocks].map(({ text }) => text).join('\n')],
      paged: false,
      beside,
    };
  },
};
