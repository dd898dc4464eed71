import type { Annotation } from '../../../shared/import/annotations/annotation';
import type { ImportNotice } from '../../../shared/import/notices';
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

function cleanAnnotation(annotation: Annotation): Annotation {
  const comments = annotation.comments.map((comment) => ({ ...comment, by: cleanLine(comment.by) }));
  return { ...annotation, comments };
}

export function cleanNotices(notices: readonly ImportNotice[]): ImportNotice[] {
  return notices.map(({ name, ...notice }) => {
    const clean = cleanLine(name ?? null);
    return clean === null ? notice : { ...notice, name: clean };
  });
}

/**
 * Cleans title and byline of a proposal, and the names in the comments, in the sources, and in the evidence that its annotations
 * propose. Its text stays as it is.
 */
export function cleanProposal(proposal: DraftProposal): DraftProposal {
  const { title, byline, sources, claims, annotationsWithoutWords } = proposal;
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
    claims: claims.map((claim) => ({
      ...claim,
      annotation: claim.annotation && cleanAnnotation(claim.annotation),
      proposedEvidence: claim.proposedEvidence.map((proposed) => ({
        ...proposed,
        source: proposed.source && {
          ...proposed.source,
          title: cleanLine(proposed.source.title),
          author: cleanLine(proposed.source.author),
          publisher: cleanLine(proposed.source.publisher),
          contact: cleanLine(proposed.source.contact),
        },
      })),
    })),
    annotationsWithoutWords: annotationsWithoutWords.map(cleanAnnotation),
  };
}
