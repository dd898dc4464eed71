import type { Evidence } from '../domain/evidence';
import { type Review, referringTo, reviewFromData, reviewToData } from '../domain/review';
import type { Source } from '../domain/source';
import { namesOf } from './csl-item';
import { isTelling } from './telling';

/** A confidential string, and words that say what it is without saying it. */
export interface Secret {
  text: string;
  what: string;
}

/** In letters and figures: what is shorter stands anywhere by chance. */
const leastOfName = 2;
const leastOfWords = 6;
const leastOfPart = 20;

type Told = [text: string | null, what: string, least: number];

/** Parts of a field that tell as much as the whole. */
function parts(text: string | null, isPart: (part: string) => boolean): string[] {
  const all = (text ?? '').split(/[;,()]/).map((part) => part.trim());
  return all.length < 2 ? [] : all.filter((part) => part !== '' && isPart(part));
}

/** Each name, and `Lovelace, Ada` also as `Ada Lovelace`. */
function nameForms(author: string | null): string[] {
  return namesOf(author).flatMap((name) => {
    const [, family, given] = /^([^,]+),\s*([^,]+)$/.exec(name) ?? [];
    return given === undefined ? [name] : [name, `${given} ${family}`];
  });
}

const numberOrAddress = (part: string) => /[@\d]/.test(part);
const personsName = (part: string) => /^\p{Lu}\S+(?:\s\p{Lu}\S+)+$/u.test(part);

/** Sentences and lines of longer words: a part of them is copied as easily as the whole. */
function sentences(text: string | null): string[] {
  const all = (text ?? '').split(/(?<=[.!?…])\s+|\n+|;\s+/);
  return all.length < 2 ? [] : all;
}

function addressForms(url: string | null): string[] {
  if (url === null) return [];
  const bare = url.replace(/^(?:https?:\/\/|mailto:|doi:)/i, '').replace(/\/$/, '');
  return bare === url ? [url] : [url, bare];
}

function sourceSecrets({ title, author, publisher, contact, url, archiveUrl }: Source): Told[] {
  const names = (texts: readonly (string | null)[], field: string): Told[] =>
    texts.map((text) => [text, `the ${field} of a confidential source`, leastOfName]);
  return [
    ...names([title, ...parts(title, personsName)], 'title'),
    ...names([author, ...nameForms(author)], 'author'),
    ...names([publisher], 'publisher'),
    ...names([contact, ...parts(contact, numberOrAddress), ...parts(contact, personsName)], 'contact'),
    ...names(addressForms(url), 'address'),
    ...names(addressForms(archiveUrl), 'archive address'),
  ];
}

function evidenceSecrets({ locator, quote, note }: Evidence): Told[] {
  const quoteIs = 'a quotation from a confidential source';
  const noteIs = 'the note on evidence from a confidential source';
  return [
    [locator, 'a place in a confidential source', leastOfWords],
    [quote, quoteIs, leastOfWords],
    ...sentences(quote).map((part): Told => [part, quoteIs, leastOfPart]),
    [note, noteIs, leastOfWords],
    ...sentences(note).map((part): Told => [part, noteIs, leastOfPart]),
  ];
}

function confidentialSources(review: Review): Source[] {
  return Array.from(review.sources.values()).filter(({ confidential }) => confidential);
}

/**
 * Every confidential string of the review that tells anything: of its confidential sources, their files, and the evidence
 * from them. Of two alike the first is kept.
 */
export function secretsOf(review: Review): Secret[] {
  const told = confidentialSources(review).flatMap((source): Told[] => [
    ...sourceSecrets(source),
    ...referringTo(review, `sources/${source.id}`, 'attachments').flatMap(({ name, sha256 }): Told[] => [
      [name, 'the name of a file of a confidential source', leastOfName],
      [sha256, 'the SHA-256 of a file of a confidential source', leastOfName],
    ]),
    ...referringTo(review, `sources/${source.id}`, 'evidence').flatMap(evidenceSecrets),
  ]);
  const secrets = new Map<string, string>();
  for (const [text, what, least] of told)
    if (text !== null && !secrets.has(text) && isTelling(text, least)) secrets.set(text, what);
  return Array.from(secrets, ([text, what]) => ({ text, what }));
}

/**
 * The review without everything confidential, and without what reviewers wrote that could repeat it. What stands in its
 * report stands there rightly: the article's own words, what public sources say, the words of the report itself.
 */
export function withoutConfidence(review: Review): Review {
  const data = reviewToData(review);
  const hidden = new Set(data.sources.filter(({ confidential }) => confidential).map(({ id }) => id));
  const blank = { author: null, publisher: null, url: null, archiveUrl: null, contact: null };
  return reviewFromData({
    ...data,
    claims: data.claims.map((claim) => ({ ...claim, note: null, correction: null, claimant: null })),
    // Public sources stay the same values, so that they are not cited again.
    sources: data.sources.map((source) =>
      source.confidential ? { ...source, ...blank, title: 'Confidential source' } : source,
    ),
    evidence: data.evidence.map((evidence) =>
      hidden.has(evidence.sourceId)
        ? { ...evidence, locator: null, quote: null, note: null }
        : { ...evidence, note: null },
    ),
    attachments: data.attachments.filter(({ sourceId }) => !hidden.has(sourceId)),
  });
}
