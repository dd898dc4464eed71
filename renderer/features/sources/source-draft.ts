import type { Evidence } from '../../../shared/domain/evidence';
import { dateSchema, typed, typedLine } from '../../../shared/domain/primitives';
import type { Source } from '../../../shared/domain/source';
import type { EvidenceFields, SourceFields } from '../../../shared/domain/source-edits';
import { parseUrl } from '../../../shared/domain/url';
import { dateProblem, urlProblem } from '../../state/field-problems';

/** The source form as it is filled in: every field a text, as it was typed. */
export interface SourceDraft {
  kind: Source['kind'];
  title: string;
  author: string;
  publisher: string;
  publishedAt: string;
  accessedAt: string;
  url: string;
  primary: boolean;
  stance: Evidence['stance'];
  locator: string;
  quote: string;
}

export const emptyDraft: SourceDraft = {
  kind: 'webPage',
  title: '',
  author: '',
  publisher: '',
  publishedAt: '',
  accessedAt: '',
  url: '',
  primary: false,
  stance: 'supports',
  locator: '',
  quote: '',
};

/** The form's fields for a source that is there already. */
export function sourceTyped(source: Source): Partial<SourceDraft> {
  const { kind, title, primary } = source;
  return {
    kind,
    title,
    primary,
    author: source.author ?? '',
    publisher: source.publisher ?? '',
    publishedAt: source.publishedAt ?? '',
    accessedAt: source.accessedAt ?? '',
    url: source.url ?? '',
  };
}

export function evidenceTyped({ stance, locator, quote }: Evidence): Partial<SourceDraft> {
  return { stance, locator: locator ?? '', quote: quote ?? '' };
}

export type SourceProblems = Partial<Record<'title' | 'url' | 'publishedAt' | 'accessedAt', string>>;

function date(text: string): string | null | undefined {
  const value = typed(text);
  return value === null || dateSchema.safeParse(value).success ? value : undefined;
}

/** What the form says, parsed; or what is wrong with it, field by field. */
export function parseDraft(
  draft: SourceDraft,
): { ok: true; source: SourceFields; evidence: EvidenceFields } | { ok: false; problems: SourceProblems } {
  const title = typedLine(draft.title);
  const url = typed(draft.url) === null ? null : (parseUrl(draft.url) ?? undefined);
  // A person has no author and was not published; what was typed there before is not meant.
  const person = draft.kind === 'person';
  const publishedAt = person ? null : date(draft.publishedAt);
  const accessedAt = date(draft.accessedAt);
  if (title === null || url === undefined || publishedAt === undefined || accessedAt === undefined)
    return {
      ok: false,
      problems: {
        ...(title === null && { title: 'A source needs a title or a name.' }),
        ...(url === undefined && { url: urlProblem }),
        ...(publishedAt === undefined && { publishedAt: dateProblem }),
        ...(accessedAt === undefined && { accessedAt: dateProblem }),
      },
    };
  const { kind, primary, stance } = draft;
  return {
    ok: true,
    source: {
      kind,
      title,
      url,
      publishedAt,
      accessedAt,
      primary,
      author: person ? null : typedLine(draft.author),
      publisher: typedLine(draft.publisher),
    },
    evidence: { stance, locator: typedLine(draft.locator), quote: typed(draft.quote) },
  };
}
