import { useState } from 'react';
import { applyCorrections } from '../../../../shared/drafts/apply-corrections';
import { correctableClaims, problemWords } from '../../../../shared/drafts/corrected-draft';
import { directionOf } from '../../../../shared/text/characters/direction';
import { client } from '../../../state/client';
import { say } from '../../../state/notices';
import { useLanguage } from '../../../state/reading/direction';
import { useSession } from '../../../state/review/session-context';
import { finishTyping } from '../../../state/review/typing';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog/dialog';
import { useIsLeft } from '../../../ui/dialog/use-is-left';
import { Checkbox } from '../../../ui/fields/checkbox';
import { showNewest } from '../draft-steps';
import { passageAt } from '../queue/passages';
import styles from './corrections-dialog.module.css';

/** The corrections written on claims, in the text; those that are chosen become one new draft. */
export function CorrectionsDialog({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const { review, draft, articleId } = session;
  const language = useLanguage();
  const [claims] = useState(() => {
    finishTyping();
    return correctableClaims(review, draft);
  });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const isLeft = useIsLeft();
  const chosen = claims.filter(({ claim }) => !left.has(claim.id));
  const applied = applyCorrections(
    draft,
    chosen.map(({ span, correction }) => ({ span, text: correction })),
  );

  const apply = async () => {
    setBusy(true);
    const isSaved = await session.settled();
    if (isLeft.current) return;
    const claimIds = chosen.map(({ claim }) => claim.id);
    const answer = isSaved ? await client.call('draft.correct', { articleId, claimIds }) : null;
    setBusy(false);
    if (!answer) say('The corrections wait until your last edits are saved. Nothing was changed.', 'saving');
    else if (!answer.ok) say(answer.error.message, 'draft');
    else {
      if (!isLeft.current) onClose();
      await showNewest();
    }
  };

  return (
    <Dialog
      title="Apply corrections"
      size="wide"
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            onPress={() => void apply()}
            isDisabled={chosen.length === 0 || !applied.ok}
            isPending={busy}
          >
            {`Make draft ${draft.number + 1}`}
          </Button>
        </>
      }
    >
      {claims.length === 0 ? (
        <p>
          No claim has a correction yet. Write the words that should stand instead into “Change to” on a
          claim’s card.
        </p>
      ) : (
        <>
          <p>
            The corrections that are chosen make draft {draft.number + 1}. Those of their claims that were
            judged are to be checked again; all others stay where they are.
          </p>
          <ul className={styles.list} aria-label="Corrections">
            {claims.map(({ claim, number, span, correction }) => {
              const { text, words } = passageAt(draft, span);
              return (
                <li key={claim.id}>
                  <Checkbox
                    isSelected={!left.has(claim.id)}
                    onChange={(isChosen) =>
                      setLeft(new Set([...left, claim.id].filter((id) => !(isChosen && id === claim.id))))
                    }
                  >
                    {`Claim ${number}`}
                  </Checkbox>
                  <p className={styles.words} lang="" dir={directionOf(text, language)}>
                    {text.slice(0, words?.start)}
                    <del>{words && text.slice(words.start, words.end)}</del> <ins>{correction}</ins>
                    {words && text.slice(words.end)}
                  </p>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {!applied.ok && <p role="alert">{problemWords(applied.problem, chosen)}</p>}
    </Dialog>
  );
}
