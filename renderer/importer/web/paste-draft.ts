import { maxTextLength } from '../../../shared/domain/draft';
import { findCredits } from '../../../shared/import/credits/article-credits';
import { type ImportedBlock, joinBlocks } from '../../../shared/import/imported-blocks';
import { createNotices } from '../../../shared/import/notices';
import { refuseEmpty, refuseTooLarge } from '../../../shared/import/problems';
import { type ImportResult, noClaims } from '../../../shared/import/proposal';
import { isHeadline, proposeTitle } from '../../../shared/import/title';
import { readBlocks } from './elements/read-blocks';
import { countDataTables } from './elements/tables';
import { parsePage } from './page/parse-page';
import { sanitise } from './sanitise';
import { normalizeWordHtml, wordNoteHooks } from './word-html';

/** Reads rich text from the clipboard as a draft, as Word, Google Docs and browsers put it there. All of it is text. */
export function readPasteDraft(text: string): ImportResult {
  const { body } = parsePage(extractFragment(text), null).document;
  const imagesLeftOut = body.querySelectorAll('img').length;
  normalizeWordHtml(body);
  sanitise(body);
  const blocks = promoteHeadline(readBlocks(body, wordNoteHooks));
  if (blocks.length === 0) return refuseEmpty(null);
  const draft = joinBlocks(blocks);
  if (draft.text.length > maxTextLength) return refuseTooLarge(null);
  const notesKept = blocks.filter(({ kind, name }) => kind === 'note' && name !== undefined).length;
  return {
    ok: true,
    proposal: {
      ...{ title: proposeTitle(blocks, null), ...findCredits(blocks), link: null, language: null },
      ...{ origin: { kind: 'paste', name: null }, ...draft, ...noClaims },
    },
    notices: createNotices({ imagesLeftOut, notesKept, tablesKept: countDataTables(body) }),
  };
}

/** The copied fragment, without the page that some programs put around it (CF_HTML, "HTML Clipboard Format"). */
function extractFragment(text: string): string {
  const [, fragment] = /<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->/s.exec(text) ?? [];
  return fragment ?? text;
}

/** Turns a first line that reads like a headline into a heading, unless a heading of level 1 was copied. */
function promoteHeadline(blocks: ImportedBlock[]): ImportedBlock[] {
  const [first, ...others] = blocks;
  const hasTitle = blocks.some(({ kind, level }) => kind === 'heading' && level === 1);
  if (!first || hasTitle || first.kind !== 'paragraph') return blocks;
  return isHeadline(first, others.length > 0) ? [{ ...first, kind: 'heading', level: 1 }, ...others] : blocks;
}
