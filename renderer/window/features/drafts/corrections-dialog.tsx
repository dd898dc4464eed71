import { useState } from 'react';
import { client } from '#renderer/window/state/base/client.ts';
import { showError } from '#renderer/window/state/base/notices.ts';
import { commitTyping, saveEdits } from '#renderer/window/state/review/typing.ts';
import { useLanguage, useSession } from '#renderer/window/state/review/use-session.ts';
import { Dialog, DialogFooter, useIsClosed } from '#renderer/window/ui/dialog/dialog.tsx';
import { Checkbox } from '#renderer/window/ui/fields/field.tsx';
import {
  applyCorrections,
  describeCorrectionProblem,
  listCorrectableClaims,
} from '#shared/drafts/apply-corrections.ts';
import { detectDirection } from '#shared/text/characters/direction.ts';
import styles from './corrections-dialog.module.css';
import { showNewestDraft } from './draft-steps.ts';
import { getClaimSentence } from './queue/claim-comparison.ts';

/** Lists the corrections on claims in their sentences. The selected ones become the next draft. */
export function CorrectionsDialog({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const { review, draft, articleId } = session;
  const language = useLanguage();
  const [claims] = useState(() => {
    commitTyping();
    return listCorrectableClaims(review, draft);
  });
  const [excludedIds, setExcludedIds] = useState<ReadonlySet<string>>(new Set());
  const [isApplying, setIsApplying] = useState(false);
  const isClosed = useIsClosed();
  const selected = claims.filter(({ claim }) => !excludedIds.has(claim.id));
  const corrected = applyCorrections(
    draft,
    selected.map(({ span, correction }) => ({ span, text: correction })),
  );
  const select = (claimId: string, isSelected: boolean) => {
    const others = [...excludedIds].filter((id) => id !== claimId);
    setExcludedIds(new Set(isSelected ? others : [...others, claimId]));
  };

  const apply = async () => {
    setIsApplying(true);
    const isSaved = await saveEdits(session);
    if (isClosed.current) return;
    const claimIds = selected.map(({ claim }) => claim.id);
    const answer = isSaved ? await client.call('draft.correct', { articleId, claimIds }) : null;
    setIsApplying(false);
    if (!answer)
      showError(
        'The corrections can’t be applied until your last edits are saved. Nothing was changed; try again then.',
        'saving',
      );
    else if (!answer.ok) showError(answer.error.message, 'draft');
    else {
      if (!isClosed.current) onClose();
      await showNewestDraft();
    }
  };

  return (
    <Dialog
      title="Apply corrections"
      size="wide"
      onClose={onClose}
      footer={
        <DialogFooter
          confirmLabel={`Create draft ${draft.number + 1}`}
          onConfirm={() => void apply()}
          onCancel={onClose}
          isDisabled={selected.length === 0 || !corrected.ok}
          isPending={isApplying}
        />
      }
    >
      {claims.length === 0 ? (
        <p>No claim has a correction yet. To add one, fill in “Change to” on a claim’s card.</p>
      ) : (
        <>
          <p>
            The selected corrections become draft {draft.number + 1}. Their claims need a re-check if they
            have a verdict; all other claims stay as they are.
          </p>
          <ul className={`plain-list ${styles.list}`} aria-label="Corrections">
            {claims.map(({ claim, number, span, correction }) => {
              const { text, claimSpan } = getClaimSentence(draft, span);
              return (
                <li key={claim.id}>
                  <Checkbox
                    isSelected={!excludedIds.has(claim.id)}
                    onChange={(isSelected) => select(claim.id, isSelected)}
                  >
                    {`Claim ${number}`}
                  </Checkbox>
                  <p className={styles.sentence} lang="" dir={detectDirection(text, language)}>
                    {text.slice(0, claimSpan.start)}
                    <del>{text.slice(claimSpan.start, claimSpan.end)}</del> <ins>{correction}</ins>
                    {text.slice(claimSpan.end)}
                  </p>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {!corrected.ok && <p role="alert">{describeCorrectionProblem(corrected.problem, selected)}</p>}
    </Dialog>
  );
}
