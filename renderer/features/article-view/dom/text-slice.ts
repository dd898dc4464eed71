import type { Box } from './nearest-point';

/** A part of a text node. Offsets are UTF-16 code units into the node. */
export interface TextSlice {
  node: Node;
  start: number;
  end: number;
}

/** A text node with its boxes in the window, line by line. */
export interface TextNodeBoxes {
  node: Node;
  boxes: readonly Box[];
}

const range = new Range();

/** The boxes of a slice in the window, one for each line and reading direction. */
export function getSliceBoxes({ node, start, end }: TextSlice): DOMRect[] {
  range.setStart(node, start);
  range.setEnd(node, end);
  return [...range.getClientRects()];
}

export function getSliceText({ node, start, end }: TextSlice): string {
  return node.nodeValue?.slice(start, end) ?? '';
}

export function sliceWholeNode(node: Node): TextSlice {
  return { node, start: 0, end: node.nodeValue?.length ?? 0 };
}
