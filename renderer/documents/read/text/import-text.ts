import { createFileOrigin, maxTextLength, type Origin } from '#shared/domain/base/draft.ts';
import { createCommentClaims, placeAnchoredComments } from '#shared/import/base/comment-claims.ts';
import { type ImportedBlock, joinBlocks } from '#shared/import/base/imported-blocks.ts';
import { createNotices, type ImportNotice } from '#shared/import/base/notices.ts';
import { refuseEmpty, refuseTooLarge } from '#shared/import/base/problems.ts';
import type { ImportResult } from '#shared/import/base/proposal.ts';
import { readMarkdownDocument } from '#shared/import/text/markdown.ts';
import { readPlainText } from '#shared/import/text/plain-text.ts';
import { proposeTitle } from '#shared/import/text/title.ts';
import { createEncodingNotices, decodeText, normalizeLineEnds } from '../base/decode-text.ts';
import { getExtension } from '../base/file-signatures.ts';
import { findCredits } from './article-credits.ts';
import { splitFrontMatter } from './front-matter.ts';
import { refuseCode } from './refuse-code.ts';

/** How much of a text is examined, in UTF-16 code units. */
const headLength = 20_000;

const codeLine =
  /[{}]\s*$|^[^()=<>[\]]*[()=<>[\]].*;\s*$|^\s*(?:import|from|export|def|function|class|const|let|var|public|private|return|if|for|while|else|#include|#define|package|using|namespace|\/\/|@\w+)\b.*[{}();:=]|^\s*[\w.$]+\s*(?:=|:=|\+=)\s*\S|^\s*<\/?[a-z][\w-]*[^>]*>/i;
/** A text is taken for code if at least this share of its lines, and at least this many, look like code. */
const minCodeShare = 0.5;
const minCodeLines = 4;

/** Whether most lines of a text look like code or markup, whatever its name. */
function looksLikeCode(text: string): boolean {
  const lines = text
    .slice(0, headLength)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const count = lines.filter((line) => codeLine.test(line)).length;
  return count >= minCodeLines && count >= minCodeShare * lines.length;
}

const markdownExtensions = new Set(['md', 'markdown', 'mdown', 'mkd']);

/** The most bytes that any encoding uses for one UTF-16 code unit. */
const maxBytesPerCodeUnit = 3;

/** The body of a text: its blocks, and the comments and tracked changes of Markdown. */
type TextBody = ReturnType<typeof readMarkdownDocument>;

const readPlainBody = (text: string): TextBody => ({
  blocks: readPlainText(text).map((block) => ({ ...block, anchors: [] })),
  comments: [],
  changeCount: 0,
  hiddenCount: 0,
  struckCount: 0,
});

function importText(
  text: string,
  origin: Origin,
  readBody: (body: string) => TextBody,
  notices: ImportNotice[] = [],
): ImportResult {
  const { metadata, body } = splitFrontMatter(text);
  const { blocks: read, comments, changeCount, hiddenCount, struckCount } = readBody(body);
  const hasMarkup = changeCount + hiddenCount > 0;
  const blocks = read.map(({ anchors: _, ...block }): ImportedBlock => block);
  const draft = joinBlocks(blocks);
  if (draft.blocks.length === 0) return refuseEmpty(origin.name);
  if (draft.text.length > maxTextLength) return refuseTooLarge(origin.name);
  const { claims, annotationsWithoutWords } = createCommentClaims(
    comments.map((first) => ({ first, replies: [], isResolved: false })),
    draft,
    placeAnchoredComments(read, draft.blocks),
  );
  const title = metadata.title ?? proposeTitle(blocks, origin.name);
  const credits = findCredits(blocks);
  const byline = metadata.byline ?? credits.byline;
  const publishedAt = metadata.publishedAt ?? credits.publishedAt;
  return {
    ok: true,
    proposal: {
      ...metadata,
      title,
      byline,
      publishedAt,
      origin,
      ...draft,
      sources: [],
      claims,
      annotationsWithoutWords,
    },
    notices: [
      ...notices,
      ...createNotices({
        // The marks of tracked changes and comments look like code, so they are removed before the check.
        looksLikeCode: looksLikeCode(hasMarkup ? draft.text : text) && origin.kind === 'file' ? 1 : 0,
        notesKept: blocks.filter(({ kind }) => kind === 'note').length,
        changesAccepted: changeCount,
        hiddenLeftOut: hiddenCount,
        struckThroughKept: struckCount,
      }),
    ],
  };
}

/**
 * Imports a text file: `decode-text` decodes it, then it is read as Markdown if its extension says so, else as plain text
 * (`plain-text`). The proposal satisfies `draftProposalSchema`. `name` is the file name without its folder, `charset` the label
 * that a server sent, `chosen` the encoding that the reviewer chose.
 */
export function importTextFile(
  name: string,
  bytes: Uint8Array,
  charset: string | null = null,
  chosen: string | null = null,
): ImportResult {
  if (bytes.length > maxTextLength * maxBytesPerCodeUnit) return refuseTooLarge(name);
  const decoded = decodeText(name, bytes, [charset ?? ''], chosen);
  if (!decoded.ok) return decoded;
  if (decoded.text.length > maxTextLength) return refuseTooLarge(name);
  const refusal = refuseCode(name, decoded.text);
  if (refusal) return refusal;
  const origin = createFileOrigin(name);
  return importText(
    decoded.text,
    origin,
    markdownExtensions.has(getExtension(name)) ? readMarkdownDocument : readPlainBody,
    [...createEncodingNotices(decoded)],
  );
}

/** Imports pasted text as plain text. */
export function importPastedText(text: string): ImportResult {
  if (text.length > maxTextLength) return refuseTooLarge(null);
  return importText(normalizeLineEnds(text), { kind: 'paste', name: null }, readPlainBody);
}
