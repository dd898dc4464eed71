import type { TextPiece } from './inlines';

/** Where the text that a comment is about starts or ends, or the point where the comment was inserted. */
export interface Anchor {
  comment: string;
  edge: 'start' | 'end' | 'point';
  /** Whether it stands in words that are not in the article. Moved text is in the file twice, with its anchors. */
  isInRemoved: boolean;
  /** Null before the first visible character of the document. */
  place: { piece: TextPiece; side: 'start' | 'end' } | null;
}

/** The elements that hold anchors, and what they say about them. */
export const anchorEdges = {
  commentRangeStart: 'start',
  commentRangeEnd: 'end',
  commentReference: 'point',
} as const;

export type AnchorElement = keyof typeof anchorEdges;

export function isAnchor(name: string): name is AnchorElement {
  return Object.hasOwn(anchorEdges, name);
}
