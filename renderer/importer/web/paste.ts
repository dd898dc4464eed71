import { longestText } from '../../../shared/domain/draft';
import { type BlockPart, joinParts } from '../../../shared/import/draft-body';
import { noticesOf } from '../../../shared/import/notices';
import { refuseEmpty, refuseTooLarge } from '../../../shared/import/problems';
import type { Imported } from '../../../shared/import/proposal';
import { isHeadline, proposeTitle } from '../../../shared/import/title';
import { partsOf } from './elements/dom-parts';
import { countTables } from './elements/tables';
import { parsePage } from './page/page';
import { sanitise } from './sanitise';
import { noteHooks, plainWord } from './word-html';

/** What a program copied, without what stands around it for want of a whole page (CF_HTML, "HTML Clipboard Format"). */
function fragmentOf(text: string): string {
  const [, fragment] = /<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->/s.exec(text) ?? [];
  return fragment ?? text;
}

/** A first line that reads like a headline becomes a heading where no heading of level 1 was copied. */
function withHeadline(parts: BlockPart[]): BlockPart[] {
  const [first, ...others] = parts;
  const titled = parts.some(({ kind, level }) => kind === 'heading' && level === 1);
  if (!first || titled || first.kind !== 'paragraph' || !isHeadline(first, others.length > 0)) return parts;
  return [{ ...first, kind: 'heading', level: 1 }, ...others];
}

/** The draft of rich text from the clipboard, as Word, Google Docs and browsers put it there: all of it is text. */
export function pasteDraft(text: string): Imported {
  const { body } = parsePage(fragmentOf(text), null).document;
  const imagesLeftOut = body.querySelectorAll('img').length;
  plainWord(body);
  sanitise(body);
  const parts = withHeadline(partsOf(body, noteHooks));
  if (parts.length === 0) return refuseEmpty(null);
  const draft = joinParts(parts);
  if (draft.text.length > longestText) return refuseTooLarge(null);
  const notesKept = parts.filter(({ kind, name }) => kind === 'note' && name !== undefined).length;
  return {
    ok: true,
    proposal: {
      ...{ title: proposeTitle(parts, null), byline: null, link: null, publishedAt: null, language: null },
      ...{ origin: { kind: 'paste', name: null }, ...draft, sources: [], claims: [] },
    },
    notices: noticesOf({ imagesLeftOut, notesKept, tablesKept: countTables(body) }),
  };
}
