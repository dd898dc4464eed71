import type { DraftProposal } from '../../../shared/import/proposal';
import { removeDeceptiveCharacters } from '../../../shared/text/characters/deceptive-characters';

/** Longest name of a file, in UTF-16 code units. */
const maxNameLength = 1_000;

/** The name of a file as it is stored and shown: without characters that deceive, and never empty. */
export function cleanFileName(name: string): string {
  return removeDeceptiveCharacters(name).slice(0, maxNameLength).trim() || 'Untitled';
}

/** Removes characters that deceive from a line of a proposal; null when nothing is left. */
function cleanLine(line: string | null): string | null {
  return line === null ? null : removeDeceptiveCharacters(line).trim() || null;
}

/** Cleans title and byline of a proposal, and the names in the sources that come with it. Its text stays as it is. */
export function cleanProposal(proposal: DraftProposal): DraftProposal {
  const { title, byline, sources } = proposal;
  return {
    ...proposal,
    title: cleanLine(title) ?? 'Untitled article',
    byline: cleanLine(byline),
    sources: sources.map((source) => ({
      ...source,
      title: cleanLine(source.title) ?? 'Untitled source',
      author: cleanLine(source.author),
      publisher: cleanLine(source.publisher),
    })),
  };
}
