import type { Evidence } from '../../domain/evidence';
import { type Review, referringTo } from '../../domain/review/review';
import type { Source } from '../../domain/source';
import { areTelling, isTelling } from './is-identifying';
import { foldedWords } from './normalize-for-search';
import {
  addressForms,
  authorForms,
  contactForms,
  leastOfPart,
  proseForms,
  titleForms,
} from './term-variants';

/** A confidential string, and words that say what it is without saying it. */
export interface Secret {
  text: string;
  what: string;
  /**
   * Whether it may be said anywhere as soon as the article or a public source says it: an institution, a few words, a page.
   * Everything else may stand in those places alone, since a note that repeats a name can give its bearer away.
   */
  isShared?: true;
  /**
   * Where a printed file holds it rightly: how often in its text, how often in what stands on each page, and whether beside
   * the pages. Without it, nowhere.
   */
  rightly?: { inText: number; onEachPage: number; beside: boolean };
}

/** In letters and figures: what is shorter stands anywhere by chance. */
const leastOfName = 2;
const leastOfWords = 6;

function lettersOf(text: string): string {
  return foldedWords(text).join('');
}

type Told = [text: string, what: string, least: number, isShared?: boolean];

function sourceSecrets(source: Source, openNames: ReadonlySet<string>): Told[] {
  const { kind, title, author, publisher, contact, url, archiveUrl } = source;
  // Public sources are called so or published by them: an institution or a work, and no person.
  const isOpen = (name: string) => openNames.has(lettersOf(name));
  const isShared = (field: string, form: string) =>
    field === 'publisher' ||
    ((field === 'author' || (field === 'title' && kind !== 'person')) && isOpen(form));
  const names = (text: string | null, field: string, forms: (text: string) => string[]): Told[] =>
    (text === null ? [] : forms(text)).map((form) => {
      return [form, `the ${field} of a confidential source`, leastOfName, isShared(field, form)];
    });
  return [
    ...names(title, 'title', titleForms),
    ...names(author, 'author', authorForms),
    ...names(publisher, 'publisher', (text) => [text]),
    ...names(contact, 'contact', contactForms),
    ...names(url, 'address', addressForms),
    ...names(archiveUrl, 'archive address', addressForms),
  ];
}

function proseSecrets(text: string | null, what: string): Told[] {
  if (text === null) return [];
  const isShort = lettersOf(text).length < leastOfPart;
  const parts = proseForms(text).map((part): Told => [part, what, leastOfPart]);
  return [[text, what, leastOfWords, isShort], ...parts];
}

function evidenceSecrets({ locator, quote, note }: Evidence): Told[] {
  // Pages in a range are many figures and tell no more than one page.
  const isTold = locator !== null && areTelling(foldedWords(locator));
  const place: Told[] = isTold ? [[locator, 'a place in a confidential source', leastOfWords, true]] : [];
  return [
    ...place,
    ...proseSecrets(quote, 'a quotation from a confidential source'),
    ...proseSecrets(note, 'the note on evidence from a confidential source'),
  ];
}

/**
 * Every confidential string of the review that tells anything: of its confidential sources, their files, and the evidence
 * from them. Of two alike the first is kept.
 */
export function secretsOf(review: Review): Secret[] {
  const sources = Array.from(review.sources.values());
  const open = sources.filter(({ confidential }) => !confidential);
  const notPersons = open.flatMap(({ kind, title, publisher }) => [
    publisher,
    kind === 'person' ? null : title,
  ]);
  const openNames = new Set(notPersons.flatMap((name) => (name === null ? [] : lettersOf(name))));
  const told = sources
    .filter(({ confidential }) => confidential)
    .flatMap((source): Told[] => [
      ...sourceSecrets(source, openNames),
      ...proseSecrets(source.standingReason, 'the reason why a confidential source no longer stands'),
      ...referringTo(review, `sources/${source.id}`, 'attachments').flatMap(({ name, sha256 }): Told[] => [
        [name, 'the name of a file of a confidential source', leastOfName],
        [sha256, 'the SHA-256 of a file of a confidential source', leastOfName],
      ]),
      ...referringTo(review, `sources/${source.id}`, 'evidence').flatMap(evidenceSecrets),
    ]);
  const secrets = new Map<string, Secret>();
  for (const [text, what, least, isShared = false] of told)
    if (!secrets.has(text) && isTelling(text, least))
      secrets.set(text, { text, what, ...(isShared && { isShared }) });
  return [...secrets.values()];
}
