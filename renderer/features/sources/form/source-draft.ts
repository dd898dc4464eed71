import type { Evidence } from '../../../../shared/domain/evidence';
import { dateSchema, typed, typedLine } from '../../../../shared/domain/primitives';
import type { Review } from '../../../../shared/domain/review/review';
import type { Source } from '../../../../shared/domain/source';
import { hasStandInTitle, standInTitle } from '../../../../shared/domain/sources/fallback-title';
import type { EvidenceFields, SourceFields } from '../../../../shared/domain/sources/source-edits';
import type { SourceStands } from '../../../../shared/domain/sources/withdrawn-source';
import { readAddress } from '../../../../shared/references/addresses';
import { dateProblem, urlProblem } from '../../../state/field-problems';

/** The fields of a source that are typed as text. */
export const sourceTexts = [
  'title',
  'author',
  'publisher',
  'publishedAt',
  'accessedAt',
  'url',
  'archiveUrl',
  'contact',
] as const;

/** The source form as it is filled in: every text as it was typed. */
export interface SourceDraft
  extends Pick<SourceFields, 'kind' | 'primary' | 'secondary' | 'confidential' | 'derivedFrom'>,
    Record<(typeof sourceTexts)[number], string> {
  stance: Evidence['stance'];
  locator: string;
  quote: string;
  note: string;
}

export const emptyDraft: SourceDraft = {
  kind: 'webPage',
  title: '',
  author: '',
  publisher: '',
  publishedAt: '',
  accessedAt: '',
  url: '',
  archiveUrl: '',
  contact: '',
  primary: false,
  secondary: false,
  confidential: false,
  derivedFrom: null,
  stance: 'supports',
  locator: '',
  quote: '',
  note: '',
};

/** The form's fields for what is known of a source; what is not known stays out. */
export function knownTyped(known: Partial<Omit<Source, 'id' | keyof SourceStands>>): Partial<SourceDraft> {
  const { kind, primary, secondary, confidential, derivedFrom } = known;
  return {
    ...Object.fromEntries(sourceTexts.flatMap((name) => (known[name] == null ? [] : [[name, known[name]]]))),
    ...(kind !== undefined && { kind }),
    ...(primary !== undefined && { primary }),
    ...(secondary !== undefined && { secondary }),
    ...(confidential !== undefined && { confidential }),
    ...(derivedFrom !== undefined && { derivedFrom }),
  };
}

/** The form's fields for a source that is there already. */
export function sourceTyped(source: Source): Partial<SourceDraft> {
  return { ...Object.fromEntries(sourceTexts.map((name) => [name, ''])), ...knownTyped(source) };
}

/** The same, to be mended: a title that only stands in leaves its field empty, so that a better one can be typed. */
export function mendedTyped(source: Source): Partial<SourceDraft> {
  return { ...sourceTyped(source), ...(hasStandInTitle(source) && { title: '' }) };
}

export function evidenceTyped({ stance, locator, quote, note }: Evidence): Partial<SourceDraft> {
  return { stance, locator: locator ?? '', quote: quote ?? '', note: note ?? '' };
}

/** What a person fills in of a source that stands there. */
export function fieldsOf({
  id: _,
  standing: __,
  standingReason: ___,
  standingSince: ____,
  ...fields
}: Source): SourceFields {
  return fields;
}

/** What a person fills in of a tie that stands there. */
export function tieOf({ stance, locator, quote, note }: Evidence): EvidenceFields {
  return { stance, locator, quote, note };
}

/** The fields without an origin that was deleted while the form was open. */
export function withOrigin(review: Review, fields: SourceFields): SourceFields {
  const isThere = fields.derivedFrom === null || review.sources.has(fields.derivedFrom);
  return isThere ? fields : { ...fields, derivedFrom: null };
}

export type SourceProblems = Partial<
  Record<'title' | 'url' | 'archiveUrl' | 'publishedAt' | 'accessedAt', string>
>;

function date(text: string): string | null | undefined {
  const value = typed(text);
  return value === null || dateSchema.safeParse(value).success ? value : undefined;
}

function address(text: string): string | null | undefined {
  return typed(text) === null ? null : (readAddress(text) ?? undefined);
}

/** The address that was typed where a title is asked for; null where a title was. */
function addressTyped(title: string): string | null {
  return /\s/.test(title.trim()) ? null : readAddress(title);
}

/** A form that holds what can be stored. */
export interface ParsedDraft {
  ok: true;
  source: SourceFields;
  evidence: EvidenceFields;
}

/** What the form says, parsed; or what is wrong with it, field by field. */
export function parseDraft(draft: SourceDraft): ParsedDraft | { ok: false; problems: SourceProblems } {
  // A person has no author and was not published, and only a person has a contact; what was typed there before is not meant.
  const person = draft.kind === 'person';
  const given = address(draft.url);
  const inTitle = addressTyped(draft.title);
  const url = given === null ? inTitle : given;
  const named = inTitle !== null && inTitle === url ? null : typedLine(draft.title);
  const title = named ?? (url ? standInTitle(url) : null);
  const archiveUrl = person ? null : address(draft.archiveUrl);
  const publishedAt = person ? null : date(draft.publishedAt);
  const accessedAt = date(draft.accessedAt);
  if (
    title === null ||
    url === undefined ||
    archiveUrl === undefined ||
    publishedAt === undefined ||
    accessedAt === undefined
  )
    return {
      ok: false,
      problems: {
        ...(title === null && url === null && { title: 'A source needs a title, a name or an address.' }),
        ...(url === undefined && { url: urlProblem }),
        ...(archiveUrl === undefined && { archiveUrl: urlProblem }),
        ...(publishedAt === undefined && { publishedAt: dateProblem }),
        ...(accessedAt === undefined && { accessedAt: dateProblem }),
      },
    };
  const { kind, primary, secondary, confidential, derivedFrom, stance } = draft;
  return {
    ok: true,
    source: {
      ...{
        kind,
        title,
        url,
        archiveUrl,
        publishedAt,
        accessedAt,
        primary,
        // One rules the other out; a source that was stored as both is primary wherever it is shown.
        secondary: secondary && !primary,
        confidential,
        derivedFrom,
      },
      author: person ? null : typedLine(draft.author),
      publisher: typedLine(draft.publisher),
      contact: person ? typedLine(draft.contact) : null,
    },
    evidence: {
      stance,
      locator: typedLine(draft.locator),
      quote: typed(draft.quote),
      note: typed(draft.note),
    },
  };
}

/** What a form says where it differs from what it began with; everything else as it stands by now. */
export function overStanding<T extends object>(standing: T, base: T | null, filled: T): T {
  const before = new Map<string, unknown>(Object.entries(base ?? {}));
  const changed = Object.entries(filled).filter(([name, value]) => before.get(name) !== value);
  return { ...standing, ...Object.fromEntries(changed) };
}

/** The same for a source, whose marks as primary and secondary rule each other out: when both changed, the form decides. */
export function overSource(
  standing: SourceFields,
  base: SourceFields | null,
  filled: SourceFields,
): SourceFields {
  const { primary, secondary } = filled;
  const fields = overStanding(standing, base, filled);
  return fields.primary && fields.secondary ? { ...fields, primary, secondary } : fields;
}
