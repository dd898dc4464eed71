import { useMemo, useState } from 'react';
import { listCreatedClaims } from '../../../shared/domain/history/step';
import { createAnnotationStep } from '../../../shared/drafts/annotations/create-annotation-step';
import { planAnnotationImport } from '../../../shared/drafts/annotations/plan-annotation-import';
import { formatCount } from '../../../shared/text/format/format-count';
import { useAnnotationImport } from '../../state/drafts/annotation-import';
import { showNotice } from '../../state/notices';
import { currentEditContext } from '../../state/review/edit-context';
import { useSession } from '../../state/review/use-session';
import { commitTyping } from '../../state/typing/commit-typing';
import { showNewClaims } from '../../state/view/navigate';
import { Dialog } from '../../ui/dialog/dialog';
import { DialogFooter } from '../../ui/dialog/dialog-footer';
import { Checkbox } from '../../ui/fields/checkbox';
import { describeOnClaims, describePlan, describeRest, describeVerdicts } from './describe-import';
import { UnplacedAnnotations } from './unplaced-annotations';

const nothing = { annotations: [], sources: [], confidentialCount: 0, notTaken: [], refused: [] };

/**
 * The preview of a file of annotations: what it would add to the article, and what it would not. Nothing is stored before the reviewer
 * agrees. The parts of this folder:
 *
 * - `import-annotations.ts`: gets the file to main and has it read, by the menu or a drop
 * - `describe-import.ts`: the sentences of the preview. `unplaced-annotations.tsx`: the annotations without a place
 */
export function AnnotationsDialog({ onUndo, onClose }: { onUndo: () => void; onClose: () => void }) {
  const session = useSession();
  const { review, draft, articleId } = session;
  const current = useAnnotationImport(({ current: one }) => (one?.articleId === articleId ? one : null));
  const set = current?.set ?? nothing;
  const [takesVerdicts, setTakesVerdicts] = useState(true);
  const [addsSecond, setAddsSecond] = useState(false);
  const plan = useMemo(() => {
    commitTyping();
    return planAnnotationImport(review, draft, set);
  }, [review, draft, set]);
  const onClaims = plan.claims.filter(({ isOnClaim }) => isOnClaim);
  const claims = addsSecond ? plan.claims : plan.claims.filter(({ isOnClaim }) => !isOnClaim);
  const verdicts = describeVerdicts(claims, draft.text);
  const close = () => {
    useAnnotationImport.setState({ current: null });
    onClose();
  };

  const add = () => {
    const options = { sources: set.sources, takesVerdicts };
    const step = createAnnotationStep(review, draft, claims, options, currentEditContext());
    if (!step || !session.apply(step)) return;
    showNewClaims(listCreatedClaims(step));
    close();
    showNotice(`${formatCount(claims.length, 'claim')} added.`, { label: 'Undo', run: onUndo });
  };

  return (
    <Dialog
      title="Import annotations"
      size="wide"
      onClose={close}
      footer={
        claims.length === 0 ? (
          <DialogFooter confirmLabel="Done" onConfirm={close} autoFocus="confirm" />
        ) : (
          <DialogFooter
            confirmLabel={`Add ${formatCount(claims.length, 'claim')}`}
            onConfirm={add}
            onCancel={close}
            autoFocus="confirm"
          />
        )
      }
    >
      {[...describePlan({ ...plan, claims }, draft.text), ...describeRest(set, plan)].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {onClaims.length > 0 && (
        <>
          <p>{describeOnClaims(onClaims, draft.text)}</p>
          <Checkbox isSelected={addsSecond} onChange={setAddsSecond}>
            {`Add ${onClaims.length === 1 ? 'it as a second claim' : 'them as second claims'} on the same words`}
          </Checkbox>
        </>
      )}
      {verdicts.count > 0 && (
        <Checkbox isSelected={takesVerdicts} onChange={setTakesVerdicts}>
          {`Take over ${formatCount(verdicts.count, 'verdict')}, with the names of those who set them`}
        </Checkbox>
      )}
      {verdicts.without.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <UnplacedAnnotations unplaced={plan.unplaced} />
    </Dialog>
  );
}
