import type { DragEvent } from 'react';
import { create } from 'zustand';
import { openDropped } from '#renderer/window/features/import/read-import.ts';
import {
  canBeEvidence,
  type EvidenceTarget,
  findEvidenceTarget,
  readDroppedEvidence,
} from '#renderer/window/features/sources/base/evidence-input.ts';
import { addToClaim, getAttachRefusal } from '#renderer/window/features/sources/form/add-to-claim.ts';
import { runIfWritable } from '#renderer/window/state/library/library-access.ts';
import { currentSession } from '#renderer/window/state/review/open-review.ts';
import { type Box, DropLabel, DropOutline } from '#renderer/window/ui/drop.tsx';
import { textFieldSelector } from '#renderer/window/ui/selectors.ts';

/** The effect of a drop: it opens an article, or adds evidence to a claim. */
type Effect = { adds: 'article' } | { adds: 'evidence'; boxes: Box[]; label: string };

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes('Files');
}

/** Whether text is dropped into a text field, which handles it itself. */
function isForField(event: DragEvent): boolean {
  return (
    !carriesFiles(event) &&
    event.target instanceof Element &&
    event.target.closest(textFieldSelector) !== null
  );
}

function toBox({ left, top, width, height }: DOMRect): Box {
  return { left, top, width, height };
}

function describeDropOnClaim({ claimId, elements }: EvidenceTarget): Effect {
  const session = currentSession();
  const number = session?.outlineById().get(claimId)?.number;
  const claim = number === undefined ? 'this claim' : `claim ${number}`;
  return {
    adds: 'evidence',
    boxes: elements.flatMap((element) => Array.from(element.getClientRects(), toBox)),
    label: (session && getAttachRefusal(session)) ?? `Drop as evidence for ${claim}`,
  };
}

interface Drag {
  /** The effect that a drop would have now; null for none. */
  effect: Effect | null;
}

const useDrag = create<Drag>()(() => ({ effect: null }));

// The pointer enters a child before it leaves the parent, so entries are counted; at 0 it has left the window.
let depth = 0;
// The article's own text is no evidence: a selection that is dragged by accident adds nothing.
let isFromThisWindow = false;

function findClaim({ target, dataTransfer }: DragEvent): EvidenceTarget | null {
  return !isFromThisWindow && canBeEvidence(dataTransfer.types) && target instanceof Element
    ? findEvidenceTarget(target)
    : null;
}

function getEffect(event: DragEvent): Effect | null {
  const claim = findClaim(event);
  if (claim) return describeDropOnClaim(claim);
  return carriesFiles(event) ? { adds: 'article' } : null;
}

function showEffect(effect: Effect | null): void {
  if (JSON.stringify(useDrag.getState().effect) !== JSON.stringify(effect)) useDrag.setState({ effect });
}

function endDrag(): void {
  depth = 0;
  isFromThisWindow = false;
  showEffect(null);
}

/** Opens files that were dropped elsewhere than on a claim, as articles. */
export function openDroppedFiles(files: File[]): void {
  runIfWritable(() => void openDropped(files));
}

/**
 * Accept drops on the whole window (`app.tsx`): on a claim they are evidence, elsewhere files are opened as articles. Anything
 * else does nothing; without a handler, Chromium would replace the page with it. `handle-paste.ts` does the same for the clipboard.
 */
export const dropHandlers = {
  onPointerDown() {
    isFromThisWindow = false;
  },
  onDragStart() {
    isFromThisWindow = true;
  },
  onDragEnd: endDrag,
  onDragEnter(event: DragEvent) {
    depth += 1;
    showEffect(getEffect(event));
  },
  onDragLeave() {
    depth -= 1;
    if (depth <= 0) showEffect(null);
  },
  onDragOver(event: DragEvent) {
    if (isForField(event)) {
      showEffect(null);
      return;
    }
    event.preventDefault();
    const next = getEffect(event);
    event.dataTransfer.dropEffect = next ? 'copy' : 'none';
    showEffect(next);
  },
  onDrop(event: DragEvent) {
    const claim = findClaim(event);
    const isInField = isForField(event);
    endDrag();
    if (isInField) return;
    event.preventDefault();
    if (!claim) {
      openDroppedFiles([...event.dataTransfer.files]);
      return;
    }
    const input = readDroppedEvidence(event.dataTransfer);
    if (input) void addToClaim(claim.claimId, input);
  },
};

/** Shows what a drop would do. */
export function DropEffect() {
  const { effect } = useDrag();
  if (effect?.adds === 'article') return <DropLabel over="window">Drop to open as an article</DropLabel>;
  return effect && <DropOutline boxes={effect.boxes} label={effect.label} />;
}
