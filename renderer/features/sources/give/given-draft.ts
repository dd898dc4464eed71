import { longestProse } from '../../../../shared/domain/primitives';
import { joinQuotes } from '../../../../shared/domain/sources/merge-evidence';
import { readAddress } from '../../../../shared/references/addresses';
import type { ReferenceFields } from '../../../../shared/references/reference-fields';
import { knownTyped, type SourceDraft } from '../form/source-draft';

type Filled = { ok: true; draft: SourceDraft } | { ok: false; problem: string };

const texts = ['title', 'author', 'publisher', 'publishedAt', 'accessedAt', 'url'] as const;

/** Whether the form is about another source already. */
function isAnother(draft: SourceDraft, { url, title }: ReferenceFields): boolean {
  if (url && draft.url.trim() !== '') return readAddress(draft.url) !== url;
  return title !== undefined && draft.title.trim() !== '' && draft.title.trim() !== title;
}

/**
 * The form with what a link or a record tells of a source; what was filled in before is left as it is. `today` is the date
 * on which a page was read.
 */
export function fillInSource(draft: SourceDraft, read: ReferenceFields, today: string): Filled {
  if (isAnother(draft, read))
    return {
      ok: false,
      problem: 'The form holds another source. Attach or cancel it first, then try again.',
    };
  const known = knownTyped(read);
  if (known.url !== undefined) known.accessedAt ??= today;
  const isFresh = texts.every((name) => draft[name].trim() === '');
  return {
    ok: true,
    draft: {
      ...draft,
      ...Object.fromEntries(
        texts.map((name) => [name, draft[name].trim() === '' ? (known[name] ?? '') : draft[name]]),
      ),
      kind: isFresh ? (known.kind ?? draft.kind) : draft.kind,
    },
  };
}

/** The form with words as its quote, behind those that are there. */
export function fillInQuote(draft: SourceDraft, words: string): Filled {
  const quote = joinQuotes(draft.quote, words);
  if (quote.length > longestProse)
    return { ok: false, problem: 'These words are too long to quote: 100,000 characters at most.' };
  return { ok: true, draft: { ...draft, quote } };
}

const tables = /\.(?:csv|tsv|xlsx?|ods|sav|dta|parquet|jsonl?)$/i;

/** The form with a title and a kind by the name of the first file, as far as nothing was filled in before. */
export function fillInFromFile(draft: SourceDraft, fileName: string): SourceDraft {
  if (draft.title.trim() !== '') return draft;
  const stem = fileName.replace(/\.[^.]{1,8}$/, '');
  const title = stem.replace(/_+/g, ' ').trim();
  const kind = tables.test(fileName) ? 'dataset' : 'document';
  return { ...draft, title: title === '' ? fileName : title, kind: draft.url === '' ? kind : draft.kind };
}
