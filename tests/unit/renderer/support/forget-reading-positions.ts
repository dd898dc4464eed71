import {
  deleteReadingPositions,
  saveReadingPosition,
} from '#renderer/window/state/base/reading-positions.ts';

/** Deletes the reading positions that other tests of the same page left, also those that localStorage was cleared of. */
export function forgetReadingPositions(): void {
  // Writes all positions of the memory to localStorage, whose keys can be listed.
  saveReadingPosition('any', 'draft', 1);
  const { places } = JSON.parse(localStorage.getItem('reading-places') ?? '{}').state;
  for (const articleId of Object.keys(places)) deleteReadingPositions(articleId);
}
