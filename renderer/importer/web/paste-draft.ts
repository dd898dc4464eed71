import { maxTextLength } from '../../../shared/domain/draft/draft';
import type { Origin } from '../../../shared/domain/draft/draft-origin';
import { findCredits } from '../../../shared/import/credits/article-credits';
import { type ImportedBlock, joinBlocks } from '../../../shared/import/imported-blocks';
import { createNotices } from '../../../shared/import/notices';
import { refuseEmpty, refuseTooLarge } from '../../../shared/import/problems';
import { type ImportResult, noClaims } from '../../../shared/import/proposal';
import { isHeadline, proposeTitle } from '../../../shared/import/title';
import { parsePage } from './page/parse-page';
import { createRichTextClaims, readRichText } from './rich-text';

/**
 * Reads rich text from the clipboard as a draft, as Word, Google Docs and browsers put it there. All of it is text. `origin` is
 * that of a file in which a program wrote the same HTML.
 */
export function readPasteDraft(text: string, origin: Origin = { kind: 'paste', name: null }): ImportResult {
  const { body } = parsePage(extractFragment(text), null).document;
  const imagesLeftOut = body.querySelectorAll('img').length;
  const richText = readRichText(body);
  const blocks = promoteHeadline(richText.blocks);
  if (blocks.length === 0) return refuseEmpty(origin.name);
  const draft = joinBlocks(blocks);
  if (draft.text.length > maxTextLength) return refuseTooLarge(origin.name);
  const { claims, annotationsWithoutWords } = createRichTextClaims(richText, draft.blocks);
  return {
    ok: true,
    proposal: {
      ...{ title: proposeTitle(blocks, origin.name), ...findCredits(blocks), link: null, language: null },
      ...{ origin, ...draft, ...noClaims },
      ...{ claims, annotationsWithoutWords },
    },
    notices: createNotices({
      ...{ imagesLeftOut, ...richText.counts },
    }),
  };
}

/** Some versions of Word put their lists behind the fragment. */
const notesAndComments = /mso-element:\s*(?:comment|footnote|endnote)-list/i;

/** The copied fragment, without the page that some programs put around it (CF_HTML, "HTML Clipboard Format"). */
function extractFragment(text: string): string {
  const [, fragment, rest = ''] =
    /<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->(.*)/s.exec(text) ?? [];
  if (fragment === undefined) return text;
  return notesAndComments.test(rest) ? fragment + rest : fragment;
}

/** Turns a first line that reads like a headline into a heading, unless a heading of level 1 was copied. */
function promoteHeadline(blocks: ImportedBlock[]): ImportedBlock[] {
  const [first, ...others] = blocks;
  const hasTitle = blocks.some(({ kind, level }) => kind === 'heading' && level === 1);
  if (!first || hasTitle || first.kind !== 'paragraph') return blocks;
  return isHeadline(first, others.length > 0) ? [{ ...first, kind: 'heading', level: 1 }, ...others] : blocks;
}
