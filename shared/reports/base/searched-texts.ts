import { sourceFieldTraits } from '#shared/domain/base/source.ts';
import { type PrintedWordField, printedWordFields } from '#shared/domain/base/source-fields.ts';
import { createRecord } from '#shared/text/sequences/records.ts';
import type { LeakLevel } from './leak.ts';

/** How the texts of a field are searched. */
interface FieldTraits {
  /** How a message names it. The name of its claim or source follows, if it has one. */
  label: string;
  /** How sure a leak a whole confidential name or contact in it is. */
  whole: LeakLevel;
  /** Whether others chose its words, as in a title or a quotation: a common word that is also a name reveals nothing there. */
  isPublished?: true;
  /** Whether a reviewer wrote it, or an earlier draft had it: terms in it keep their full level. */
  isRemark?: true;
  /** Whether it is about a source that may be named, so that parts of confidential values in it are public. */
  isAboutPublicSource?: true;
  /** Whether it joins other texts of the list, so that only terms that run from one into the next are new. */
  isDerived?: true;
}

const published = { whole: 'certain', isPublished: true } as const;
const weak = { whole: 'possible', isPublished: true } as const;
const remark = { whole: 'certain', isRemark: true } as const;
const ofPublicSource = { isAboutPublicSource: true } as const;

function getTraitsOfSourceField(field: PrintedWordField): FieldTraits {
  const { leaks, report } = sourceFieldTraits[field];
  const label = `the ${leaks.name} of`;
  if (report === 'lawyers') return { label, whole: 'certain' };
  // A name in an address is often that of somebody else.
  return { label, ...(leaks.by === 'address' ? weak : published), ...ofPublicSource };
}

/** Every field of a report that comes neither from the shown draft nor from our own code. A new one is one entry here. */
const searchedFields = {
  articleTitle: { label: 'the title of the article', ...published },
  byline: { label: 'the byline of the article', ...published },
  link: { label: 'the link of the article', ...weak },
  language: { label: 'the language of the article', ...weak },
  fileName: { label: 'the name that is proposed for the file', ...published, isDerived: true },
  reviewer: { label: 'the name of a reviewer', ...published },
  organization: { label: 'the organization of the ClaimReviews', ...published },
  organizationAddress: { label: 'the address of the organization of the ClaimReviews', ...weak },
  rating: { label: 'the name of a rating', ...published },
  id: { label: 'the id of', ...weak },
  sourceTitle: { label: 'the title of', ...weak, ...ofPublicSource },
  ...createRecord(printedWordFields, getTraitsOfSourceField),
  citation: { label: 'the citation of', ...weak, isDerived: true },
  attachment: { label: 'the name of a file of', whole: 'certain', ...ofPublicSource },
  sha256: { label: 'the SHA-256 of a file of', whole: 'certain' },
  origin: { label: 'the title of what is repeated by', ...weak },
  acceptedRisk: { label: 'the title of an accepted risk of', ...weak },
  locator: { label: 'a place in', whole: 'certain', ...ofPublicSource },
  quote: { label: 'a quotation in', ...weak, ...ofPublicSource },
  evidenceNote: { label: 'a note on evidence in', ...remark },
  standingReason: { label: 'the reason given for', ...remark },
  note: { label: 'the note on', ...remark },
  correction: { label: 'the correction of', ...remark },
  claimant: { label: 'the “stated by” of', ...remark },
  changes: { label: 'what changed in', ...remark },
  tag: { label: 'a tag of', ...remark },
  trackedChange: { label: 'a tracked change', ...remark, isDerived: true },
  formerWords: { label: '', ...remark },
  explanation: { label: 'the explanation of', ...remark },
  dismissal: { label: 'the reason of', ...remark },
  /** Values that are printed side by side: `beside` when a reviewer wrote one of them, else `besidePublished`. */
  beside: { label: 'fields side by side in', ...remark, isDerived: true },
  besidePublished: { label: 'fields side by side in', ...weak, isDerived: true },
} as const satisfies Record<string, FieldTraits>;

export type SearchedField = keyof typeof searchedFields;

/** The place of a text in the report and in the review. */
export interface TextPlace {
  /** The row that holds it, such as `claims/x`. A reviewer's confirmation counts for this row. */
  row: string;
  /** How a message names the claim or source that it belongs to; null when it belongs to none. */
  owner: string | null;
  /** The claim that the window shows for it; null for none. */
  claimId: string | null;
  /** Text that the reader has anyway, such as the paragraph of a claim: terms in it may be repeated. */
  context?: () => string;
  /** Whether terms may be repeated only if the article has them, too (`needed`), or as soon as the article has them (`enough`). */
  article?: 'needed' | 'enough';
}

/** A text that is searched. */
export interface SearchedEntry {
  field: SearchedField;
  traits: FieldTraits;
  place: TextPlace;
  readonly text: string;
  /** How a message names it: `the title of source 3`. */
  name: string;
  /** The values that it joins, if it is more than one. */
  parts: readonly string[];
}

/** The texts of a report that are searched for what is confidential, in the order in which they were added. */
export class SearchedTexts {
  readonly #entries: SearchedEntry[] = [];
  /** The names of reviewers, each of which stands in thousands of claims. */
  readonly #reviewers = new Set<string>();
  #isClosed = false;

  /** `unprinted` are the fields that the format does not print (`listUnprinted`): they are left out of the report. */
  constructor(private readonly unprinted: ReadonlySet<SearchedField> = new Set()) {}

  get entries(): readonly SearchedEntry[] {
    return this.#entries;
  }

  /** Closes the list before it is searched. A later text would be in the file unsearched, so it is refused. */
  close(): void {
    this.#isClosed = true;
  }

  /** For `searchText` alone. Returns the text to print, or '' if the format does not print the field. */
  add(field: SearchedField, place: TextPlace, text: string): string {
    if (this.unprinted.has(field)) return '';
    if (text === '' || (field === 'reviewer' && this.#reviewers.has(text))) return text;
    if (field === 'reviewer') this.#reviewers.add(text);
    this.#push(field, place, [text], () => text);
    return text;
  }

  /** For `searchLater` alone. Returns a function that reads the text to print. */
  addLater(field: SearchedField, place: TextPlace, read: () => string): () => string {
    if (this.unprinted.has(field)) return () => '';
    this.#push(field, place, [], read);
    return read;
  }

  /** Adds values that a format prints side by side: a name may run from one into the next. */
  addSideBySide(
    field: 'beside' | 'besidePublished',
    place: TextPlace,
    values: readonly (string | null)[],
  ): void {
    const parts = values.filter((value) => value !== null).filter((value) => value !== '');
    if (parts.length > 1) this.#push(field, place, parts, () => parts.join(' '));
  }

  #push(field: SearchedField, place: TextPlace, parts: readonly string[], read: () => string): void {
    if (this.#isClosed) throw new Error(`a text of the report was made after the search: ${field}`);
    const traits: FieldTraits = searchedFields[field];
    const name = [traits.label, place.owner ?? ''].filter((part) => part !== '').join(' ');
    this.#entries.push({
      field,
      traits,
      place,
      name,
      parts,
      get text() {
        return read();
      },
    });
  }
}
