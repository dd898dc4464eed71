import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { openDropped } from '../../features/import/open-files';
import { addToClaim, getAttachRefusal } from '../../features/sources/drop-and-paste/add-to-claim';
import { canBeEvidence, readDroppedEvidence } from '../../features/sources/drop-and-paste/evidence-input';
import {
  type EvidenceTarget,
  findEvidenceTarget,
} from '../../features/sources/drop-and-paste/evidence-target';
import { currentSession } from '../../state/article/open-review';
import { DropLabel } from '../../ui/drop/drop-label';
import { type Box, DropOutline } from '../../ui/drop/drop-outline';
import { textFieldSelector } from '../../ui/selectors';
import { runOnWritableLibrary } from '../commands/run-on-article';
import styles from './drop-target.module.css';

/** The effect of a drop: it opens an article, or adds evidence to a claim. */
type DropEffect = { adds: 'article' } | { adds: 'evidence'; boxes: Box[]; label: string };

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

function describeDropOnClaim({ claimId, elements }: EvidenceTarget): DropEffect {
  const session = currentSession();
  const number = session?.outlineById().get(claimId)?.number;
  const claim = number === undefined ? 'this claim' : `claim ${number}`;
  return {
    adds: 'evidence',
    boxes: elements.flatMap((element) => Array.from(element.getClientRects(), toBox)),
    label: (session && getAttachRefusal(session)) ?? `Drop as evidence for ${claim}`,
  };
}

/**
 * Accepts drops on the whole window: on a claim they are evidence, elsewhere files are opened as articles. Anything else does
 * nothing; without a handler, Chromium would replace the page with it. `listen-to-paste.ts` does the same for the clipboard.
 */
export function DropTarget({ children }: { children: ReactNode }) {
  const [effect, setEffect] = useState<DropEffect | null>(null);
  // The pointer enters a child before it leaves the parent, so entries are counted; at 0 it has left the window.
  const depth = useRef(0);
  // The article's own text is no evidence: a selection that is dragged by accident adds nothing.
  const isFromThisWindow = useRef(false);

  const findClaim = ({ target, dataTransfer }: DragEvent): EvidenceTarget | null =>
    !isFromThisWindow.current && canBeEvidence(dataTransfer.types) && target instanceof Element
      ? findEvidenceTarget(target)
      : null;
  const getEffect = (event: DragEvent): DropEffect | null => {
    const claim = findClaim(event);
    if (claim) return describeDropOnClaim(claim);
    return carriesFiles(event) ? { adds: 'article' } : null;
  };
  const show = (next: DropEffect | null) =>
    setEffect((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
  const end = () => {
    depth.current = 0;
    isFromThisWindow.current = false;
    setEffect(null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: buttons and Paste do the same by keyboard
    <div
      className={styles.target}
      onPointerDown={() => {
        isFromThisWindow.current = false;
      }}
      onDragStart={() => {
        isFromThisWindow.current = true;
      }}
      onDragEnd={end}
      onDragEnter={(event) => {
        depth.current += 1;
        show(getEffect(event));
      }}
      onDragLeave={() => {
        depth.current -= 1;
        if (depth.current <= 0) setEffect(null);
      }}
      onDragOver={(event) => {
        if (isForField(event)) {
          show(null);
          return;
        }
        event.preventDefault();
        const next = getEffect(event);
        event.dataTransfer.dropEffect = next ? 'copy' : 'none';
        show(next);
      }}
      onDrop={(event) => {
        const claim = findClaim(event);
        const isInField = isForField(event);
        end();
        if (isInField) return;
        event.preventDefault();
        if (!claim) {
          const files = [...event.dataTransfer.files];
          runOnWritableLibrary(() => void openDropped(files));
          return;
        }
        const input = readDroppedEvidence(event.dataTransfer);
        if (input) void addToClaim(claim.claimId, input);
      }}
    >
      {children}
      {effect?.adds === 'article' && <DropLabel over="window">Drop to open as an article</DropLabel>}
      {effect?.adds === 'evidence' && <DropOutline boxes={effect.boxes} label={effect.label} />}
    </div>
  );
}
