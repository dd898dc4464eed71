import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { openDropped } from '../../features/import/import-steps';
import { type EvidenceTarget, evidenceTargetOf } from '../../features/sources/give/evidence-target';
import { giveEvidence, whyNoEvidence } from '../../features/sources/give/give-evidence';
import { canBeGiven, readDropped } from '../../features/sources/give/given';
import { currentSession } from '../../state/review/open-review';
import { type Box, DropFrame } from '../../ui/drop/drop-frame';
import { DropWords } from '../../ui/drop/drop-words';
import { textField } from '../../ui/fields/text-field';
import styles from './drop-target.module.css';

/** What letting go here does: an article is opened, or evidence given to a claim. */
type Over = { opens: 'article' } | { opens: 'source'; boxes: Box[]; words: string };

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes('Files');
}

/** Words are dropped into a text field as everywhere else. */
function isForField(event: DragEvent): boolean {
  return !carriesFiles(event) && event.target instanceof Element && event.target.closest(textField) !== null;
}

function boxOf({ left, top, width, height }: DOMRect): Box {
  return { left, top, width, height };
}

function overClaim({ claimId, elements }: EvidenceTarget): Over {
  const session = currentSession();
  const number = session?.shownById().get(claimId)?.number;
  const claim = number === undefined ? 'this claim' : `claim ${number}`;
  return {
    opens: 'source',
    boxes: elements.flatMap((element) => Array.from(element.getClientRects(), boxOf)),
    words: (session && whyNoEvidence(session)) ?? `Drop as evidence for ${claim}`,
  };
}

/**
 * The whole window takes what is dropped: on a claim it is evidence, elsewhere files are opened as articles. What cannot be
 * taken does nothing: above all it never replaces the page.
 */
export function DropTarget({ children }: { children: ReactNode }) {
  const [over, setOver] = useState<Over | null>(null);
  // Entering a child comes before leaving its parent, so the window is left when both cancel out.
  const depth = useRef(0);
  // The article's own words are no evidence for it: a selection that is dragged by accident attaches nothing.
  const isFromHere = useRef(false);

  const claimUnder = ({ target, dataTransfer }: DragEvent): EvidenceTarget | null =>
    !isFromHere.current && canBeGiven(dataTransfer.types) && target instanceof Element
      ? evidenceTargetOf(target)
      : null;
  const look = (event: DragEvent): Over | null => {
    const claim = claimUnder(event);
    if (claim) return overClaim(claim);
    return carriesFiles(event) ? { opens: 'article' } : null;
  };
  const show = (now: Over | null) =>
    setOver((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
  const end = () => {
    depth.current = 0;
    isFromHere.current = false;
    setOver(null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: buttons and Paste do the same by keyboard
    <div
      className={styles.target}
      onPointerDown={() => {
        isFromHere.current = false;
      }}
      onDragStart={() => {
        isFromHere.current = true;
      }}
      onDragEnd={end}
      onDragEnter={(event) => {
        depth.current += 1;
        show(look(event));
      }}
      onDragLeave={() => {
        depth.current -= 1;
        if (depth.current <= 0) setOver(null);
      }}
      onDragOver={(event) => {
        if (isForField(event)) {
          show(null);
          return;
        }
        event.preventDefault();
        const now = look(event);
        event.dataTransfer.dropEffect = now ? 'copy' : 'none';
        show(now);
      }}
      onDrop={(event) => {
        const claim = claimUnder(event);
        const isInField = isForField(event);
        end();
        if (isInField) return;
        event.preventDefault();
        if (!claim) {
          void openDropped([...event.dataTransfer.files]);
          return;
        }
        const given = readDropped(event.dataTransfer);
        if (given) void giveEvidence(claim.claimId, given);
      }}
    >
      {children}
      {over?.opens === 'article' && <DropWords over="window">Drop to open as an article</DropWords>}
      {over?.opens === 'source' && <DropFrame boxes={over.boxes} words={over.words} />}
    </div>
  );
}
