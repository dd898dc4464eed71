import type { Source } from '../../shared/domain/source';

/** The labels of the text fields of a source, in its form, on its card and in the history of a claim. */
export const sourceTextLabels = {
  title: 'Title',
  author: 'Author',
  publisher: 'Publisher',
  publishedAt: 'Published',
  accessedAt: 'Read on',
  url: 'URL',
  archiveUrl: 'Archived at',
  contact: 'Contact',
  alsoHide: 'Also hide',
} as const;

type SourceTextField = keyof typeof sourceTextLabels;

/** The labels that are different for a kind of source. */
const labelsOfKind: Record<Source['kind'], Partial<Record<SourceTextField, string>>> = {
  webPage: {},
  document: {},
  dataset: {},
  person: { title: 'Name', publisher: 'Organization', accessedAt: 'Spoken to on' },
};

/** The labels of the text fields of a source of this kind. */
export function getSourceTextLabels(kind: Source['kind']): Record<SourceTextField, string> {
  return { ...sourceTextLabels, ...labelsOfKind[kind] };
}
