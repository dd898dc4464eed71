import type { ImportResult } from '../../../shared/import/proposal';
import { parsePage } from './page/parse-page';
import { createRichTextDraft } from './rich-text-draft';

/** Reads rich text from the clipboard as a draft, as Word, Google Docs and browsers put it there. All of it is text. */
export function readPasteDraft(text: string): ImportResult {
  const { body } = parsePage(extractFragment(text), null).document;
  return createRichTextDraft(body, { kind: 'paste', name: null });
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
