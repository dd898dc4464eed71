import { maxTextLength } from '../../../shared/domain/draft/draft';
import type { Origin } from '../../../shared/domain/draft/draft-origin';
import { findCredits } from '../../../shared/import/credits/article-credits';
import { type ImportedBlock, joinBlocks } from '../../../shared/import/imported-blocks';
import { createNotices } from '../../../shared/import/notices';
import { refuseEmpty, refuseTooLarge } from '../../../shared/import/problems';
import { type ImportResult, noClaims } from '../../../shared/import/proposal';
import { isHeadline, proposeTitle } from '../../../shared/import/title';
import { acceptChanges } from './clipboard-changes';
import { createCommentClaims, takeAnnotatedWords, takeComments } from './clipboard-comments';
import { normalizeNotes } from './clipboard-notes';
import { readBlocks } from './elements/read-blocks';
import { countDataTables } from './elements/tables';
import { parsePage } from './page/parse-page';
import { sanitise } from './sanitise';
import { normalizeWordHtml, wordNoteHooks } from './word-html';

/**
 * Reads rich text from the clipboard as a draft, as Word, Google Docs and browsers put it there. All of it is text. `origin` is
 * that of a file in which a program wrote the same HTML.
 */
export function readPasteDraft(text: string, origin: Origin = { kind: 'paste', name: null }): ImportResult {
  const { body } = parsePage(extractFragment(text), null).document;
  const imagesLeftOut = body.querySelectorAll('img').length;
  const changes = acceptChanges(body);
  const comments = takeComments(body);
  normalizeNotes(body);
  normalizeWordHtml(body);
  sanitise(body);
  const { blocks: read, places } = takeAnnotatedWords(readBlocks(body, wordNoteHooks));
  const blocks = promoteHeadline(read);
  if (blocks.length === 0) return refuseEmpty(origin.name);
  const draft = joinBlocks(blocks);
  if (draft.text.length > maxTextLength) return refuseTooLarge(origin.name);
  const { claims, annotationsWithoutWords } = createCommentClaims(
    comments,
    places.map(({ number, block, start, end }) => {
      const offset = draft.blocks[block]?.start ?? 0;
      return { number, start: offset + start, end: offset + end };
    }),
  );
  const notesKept = blocks.filter(({ kind, name }) => kind === 'note' && name !== undefined).length;
  return {
    ok: true,
    proposal: {
      ...{ title: proposeTitle(blocks, origin.name), ...findCredits(blocks), link: null, language: null },
      ...{ origin, ...draft, ...noClaims },
      ...{ claims, annotationsWithoutWords },
    },
    notices: createNotices({
      ...{ imagesLeftOut, notesKept, tablesKept: countDataTables(body), ...changes },
      commentsKept: claims.length,
      commentsLeftOut: annotationsWithoutWords.length,
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
