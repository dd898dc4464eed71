import { isolate } from '../../../shared/text/format/isolate';
import { shorten } from '../../../shared/text/format/shorten';
import { type PendingImport, removeAllPendingImports, removePendingImport } from '../../state/drafts/pending-imports';
import { Button } from '../../ui/button';

/** The draft that the import can become, of the article on the screen. */
export interface NextDraft {
  articleId: string;
  /** The title of the article. */
  title: string;
  number: number;
}

/** The longest title on a button, in UTF-16 code units. */
const maxTitleLength = 40;

interface PreviewButtonsProps {
  pendingImport: PendingImport;
  pendingCount: number;
  nextDraft: NextDraft | null;
  isOpening: boolean;
  /** Whether no block is left to be imported. */
  isEmpty: boolean;
  onImportAsDraft: (articleId: string) => void;
  onOpenAll: () => void;
}

/** The buttons below the preview. Opening the article submits the form around them. */
export function PreviewButtons(props: PreviewButtonsProps) {
  const { pendingImport, pendingCount, nextDraft, isOpening, isEmpty, onImportAsDraft, onOpenAll } = props;
  const hasOthers = pendingCount > 1;
  return (
    <>
      <Button onPress={() => removePendingImport(pendingImport)} isPending={isOpening}>
        {hasOthers ? 'Skip this one' : 'Cancel'}
      </Button>
      {hasOthers && (
        <Button onPress={removeAllPendingImports} isPending={isOpening}>
          {`Skip all ${pendingCount}`}
        </Button>
      )}
      {nextDraft && (
        <Button
          onPress={() => onImportAsDraft(nextDraft.articleId)}
          isPending={isOpening}
          isDisabled={isEmpty}
        >
          {`Import as draft ${nextDraft.number} of “${isolate(shorten(nextDraft.title, maxTitleLength))}”`}
        </Button>
      )}
      {hasOthers && (
        <Button onPress={onOpenAll} isPending={isOpening} isDisabled={isEmpty}>
          {`Open all ${pendingCount}`}
        </Button>
      )}
      <Button kind="primary" type="submit" isPending={isOpening} isDisabled={isEmpty}>
        Open article
      </Button>
    </>
  );
}
