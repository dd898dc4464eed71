import { type ComponentType, type FormEvent, type ReactNode, useDeferredValue, useState } from 'react';
import { completeAnnotationChoice, rememberCommenters } from '../../state/drafts/annotation-choices';
import { importAsDraft, type PendingImport, removePendingImport } from '../../state/drafts/pending-imports';
import { useEditedBlocks } from '../../state/drafts/use-edited-blocks';
import { type ArticleForm, type ArticleFormErrors, listEditedFields, parseArticleForm, toArticleForm } from '../../state/library/article-form';
import { ClosingWarning } from '../../ui/dialog/closing-warning';
import { Dialog } from '../../ui/dialog/dialog';
import { DialogColumns } from '../../ui/dialog/dialog-columns';
import { BlockEditor } from './block-editor';
import { ImportSidebar } from './import-sidebar';
import { type NextDraft, PreviewButtons } from './preview-buttons';
import { useOpening } from './use-opening';

export interface ImportPreviewProps {
  pendingImport: PendingImport;
  pending: readonly PendingImport[];
  /** The fields of the article. */
  Fieldset: ComponentType<{
    form: ArticleForm;
    onChange: (changed: Partial<ArticleForm>) => void;
    errors: ArticleFormErrors;
  }>;
  /** The tasks that are running, such as reading the next file. */
  tasks: ReactNode;
  /** The draft that it can become; null when no article is open that takes one. */
  nextDraft: NextDraft | null;
}

/** Shows how an import was read before it becomes an article. Its fields and blocks can be edited. */
export function ImportPreview(props: ImportPreviewProps) {
  const { pendingImport, pending, Fieldset, tasks, nextDraft } = props;
  const { proposal } = pendingImport;
  const [form, setForm] = useState(() => ({ ...toArticleForm(proposal), ...pendingImport.fields }));
  const editedFields = listEditedFields(form, toArticleForm(proposal));
  const { whole, blocks, setBlocks, isEdited, editedBlocks } = useEditedBlocks(pendingImport);
  const [errors, setErrors] = useState<ArticleFormErrors>({});
  const [isWarned, setIsWarned] = useState(false);
  const { isOpening, open, cancel } = useOpening();
  // Right after the rest of the dialog, so that neither blocks the window for long.
  const showsBlocks = useDeferredValue(true, false);
  const isEmpty = blocks.every(({ isLeftOut }) => isLeftOut);

  const openWith = (others: readonly PendingImport[]) => {
    const parsed = parseArticleForm(form, proposal.language);
    const annotations = completeAnnotationChoice(pendingImport);
    if (!parsed.ok) setErrors(parsed.errors);
    else if (annotations && !isEmpty) {
      rememberCommenters(pendingImport);
      void open(
        { pendingImport, edits: { fields: parsed.fields, blocks: editedBlocks, annotations } },
        others,
      );
    }
  };
  const close = () => {
    const hasEdits = isEdited || Object.keys(editedFields).length > 0;
    if (isOpening) cancel();
    else if (hasEdits && !isWarned) setIsWarned(true);
    else removePendingImport(pendingImport);
  };

  return (
    <Dialog
      title="Open as an article"
      size="huge"
      onClose={close}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        openWith([]);
      }}
      footer={
        <PreviewButtons
          pendingImport={pendingImport}
          pendingCount={pending.length}
          nextDraft={nextDraft}
          isOpening={isOpening}
          isEmpty={isEmpty}
          onImportAsDraft={(articleId) =>
            importAsDraft(pendingImport, articleId, { blocks: editedBlocks, fields: editedFields })
          }
          onOpenAll={() => openWith(pending.slice(1))}
        />
      }
    >
      <DialogColumns
        isSidebarInert={isOpening}
        sidebar={
          <ImportSidebar
            pendingImport={pendingImport}
            pendingCount={pending.length}
            editedBlocks={editedBlocks}
            editedFields={editedFields}
            isBusy={isOpening}
          >
            <Fieldset
              form={form}
              onChange={(changed) => {
                setForm({ ...form, ...changed });
                setErrors({});
              }}
              errors={errors}
            />
          </ImportSidebar>
        }
      >
        {showsBlocks && <BlockEditor whole={whole} blocks={blocks} onChange={setBlocks} isBusy={isOpening} />}
      </DialogColumns>
      {isWarned && (
        <ClosingWarning>
          You changed something here. Press Escape again to close without opening the article.
        </ClosingWarning>
      )}
      {tasks}
    </Dialog>
  );
}
