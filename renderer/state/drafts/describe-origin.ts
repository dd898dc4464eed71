import type { Origin } from '../../../shared/domain/draft/draft-origin';

/** Where a draft came from, in a few words. */
export function describeOrigin(origin: Origin): string {
  switch (origin.kind) {
    case 'sample':
      return 'sample article';
    case 'web':
      return `fetched from ${new URL(origin.url).host}`;
    case 'file':
      return `imported from ${origin.name}`;
    case 'paste':
      return 'pasted';
    case 'corrections':
      return 'the draft before, corrected';
  }
}
