import type { PlanComment } from '../../../../../shared/reports/word/word-plan';
import { anchorClaim, type ClaimAnchor } from '../places/anchor-claims';
import type { ClosedField } from '../places/closed-fields';
import { findClosed } from '../places/closed-places';
import type { ElementOffset } from '../places/element-offset';
import type { NoteReferences } from '../places/note-references';
import type { TextPlaces } from '../places/text-places';
import type { Cuts } from '../story/cuts';
import { type EditedStory, getHolder } from '../story/edited-story';
import type { Side } from '../story/split-around';
import type { SplitRuns } from '../story/split-runs';
import type { Gaps } from './gaps';

/** Where an annotation begins and ends: the same place when it is at one point. */
export interface AnnotationPlace {
  start: Comment;
  end: Comment;
}

interface Edge extends ElementOffset {
  side: Side;
  index: number;
}

/** Finds the words of the claims, and opens the places for the marks beside them once the runs are split there. */
export class AnnotationPlaces {
  readonly anchors: readonly (ClaimAnchor | null)[];

  constructor(
    private readonly main: EditedStory,
    comments: readonly PlanComment[],
    places: TextPlaces,
    notes: NoteReferences,
  ) {
    this.anchors = comments.map(({ span }) => span && anchorClaim(span, places, notes));
  }

  /** The words of a claim that its comment has to quote; null for none. */
  getQuote(comment: number): string | null {
    return this.anchors[comment]?.quote ?? null;
  }

  /** Cuts runs at the ends of the claims, except in what stays whole. */
  addCuts(cuts: Cuts, fields: ReadonlyMap<Element, ClosedField>): void {
    for (const { element, offset } of this.listEdges()) {
      const run = getHolder(element);
      if (findClosed(run) === null && !fields.has(run)) cuts.add(element, offset);
    }
  }

  /** Opens the places, in the order of the text. Claims without a place get the first of the document. */
  open(split: SplitRuns, gaps: Gaps): AnnotationPlace[] {
    const opened = { before: new Map<Element, Comment>(), after: new Map<Element, Comment>() };
    for (const { element, offset, side } of this.listEdges()) {
      const run = getRun(split, element, offset, side);
      if (!opened[side].has(run)) opened[side].set(run, gaps.openBeside(run, side));
    }
    let first: Comment | null = null;
    const openFirst = () => {
      first ??= gaps.openFirst();
      return first;
    };
    const find = ({ element, offset }: ElementOffset, side: Side) =>
      opened[side].get(getRun(split, element, offset, side)) ?? openFirst();
    return this.anchors.map((anchor) => {
      if (!anchor) return { start: openFirst(), end: openFirst() };
      const start = find(anchor.start, anchor.startSide);
      return { start, end: anchor.end ? find(anchor.end, 'after') : start };
    });
  }

  private listEdges(): Edge[] {
    const edges = this.anchors.flatMap((anchor): Omit<Edge, 'index'>[] => {
      if (!anchor) return [];
      const start = { ...anchor.start, side: anchor.startSide };
      return anchor.end ? [start, { ...anchor.end, side: 'after' }] : [start];
    });
    const rank = { after: 0, before: 1 };
    return edges
      .map((edge) => ({ ...edge, index: this.main.indexes.get(edge.element) ?? 0 }))
      .toSorted((a, b) => a.index - b.index || a.offset - b.offset || rank[a.side] - rank[b.side]);
  }
}

function getRun(split: SplitRuns, element: Element, offset: number, side: Side): Element {
  return side === 'before' ? split.getRunFrom(element, offset) : split.getRunBefore(element, offset);
}
