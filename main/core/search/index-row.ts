import type { SearchedKind } from '../../../shared/contract/commands/search-commands';
import { listSearchWords } from './search-words';
import type { SearchedArticle } from './searched-article';

/** How often the same word counts in a field. More would take longer to index, and hardly change the order. */
const maxRepetitions = 3;

export const fields = ['title', 'text', 'notes', 'sources'] as const;

export type Field = (typeof fields)[number];

const fieldOf: Record<SearchedKind, Field> = {
  title: 'title',
  text: 'text',
  claimant: 'notes',
  note: 'notes',
  correction: 'notes',
  source: 'sources',
  evidence: 'sources',
};

/** An article as it is indexed: the words of each field, separated by spaces. */
export type Row = { id: string } & Record<Field, string>;

export function createRow({ articleId, texts }: SearchedArticle): Row {
  const row: Row = { id: articleId, title: '', text: '', notes: '', sources: '' };
  for (const { kind, text } of texts) {
    const field = fieldOf[kind];
    row[field] = `${row[field]} ${limitRepetitions(listSearchWords(text)).join(' ')}`;
  }
  return row;
}

function limitRepetitions(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return words.filter((word) => {
    const count = (counts.get(word) ?? 0) + 1;
    counts.set(word, count);
    return count <= maxRepetitions;
  });
}

export const splitWords = (text: string) => text.split(' ').filter((word) => word !== '');

export function listDistinctWords(row: Row): Set<string> {
  return new Set(fields.flatMap((field) => splitWords(row[field])));
}
