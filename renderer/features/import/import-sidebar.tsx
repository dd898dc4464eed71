import { type ReactNode, useMemo } from 'react';
import { countNoteClaims } from '../../../shared/import/annotations/propose-evidence';
import { createPreviewAccount } from '../../../shared/import/import-account';
import { formatCount } from '../../../shared/text/format/format-count';
import { formatNumber } from '../../../shared/text/format/format-number';
import { useAnnotationChoice } from '../../state/drafts/annotation-choices';
import { type PendingImport, usePendingImports } from '../../state/drafts/pending-imports';
import type { ArticleForm } from '../../state/library/article-form';
import { HighlightedList } from '../../ui/text/highlighted-list';
import { InlineList } from '../../ui/text/inline-list';
import { AnnotationQuestions } from './annotation-questions';
import { EncodingField } from './encoding-field';
import { KnownDrafts } from './known-drafts';
import styles from './import-preview.module.css';

interface ImportSidebarProps {
  pendingImport: PendingImport;
  /** How many imports wait, this one included. */
  pendingCount: number;
  /** The blocks as the reviewer edited them; null when they are as read. */
  editedBlocks: PendingImport['blocks'];
  /** The fields of the article that the reviewer edited. */
  editedFields: Partial<ArticleForm>;
  isBusy: boolean;
  /** The fields of the article. */
  children: ReactNode;
}

/** The facts of an import, the fields of its article, and the questions that the file leaves open. */
export function ImportSidebar(props: ImportSidebarProps) {
  const { pendingImport, pendingCount, editedBlocks, editedFields, isBusy, children } = props;
  const hasEditedBlocks = editedBlocks !== null;
  const { proposal, notices, words, name } = pendingImport;
  const doneCount = usePendingImports((imports) => imports.doneCount);
  const totalCount = doneCount + pendingCount;
  const { areNotesSources } = useAnnotationChoice(pendingImport);
  const noteClaimCount = useMemo(
    () => (areNotesSources ? countNoteClaims(proposal) : 0),
    [areNotesSources, proposal],
  );
  const claimCount = proposal.claims.length + noteClaimCount;
  const facts = [
    totalCount > 1 && `${formatNumber(doneCount + 1)} of ${formatNumber(totalCount)}`,
    name ?? 'Pasted',
    formatCount(words, 'word'),
    claimCount > 0 && formatCount(claimCount, 'claim'),
  ];
  return (
    <>
      <p className={styles.facts}>
        <InlineList parts={facts} />
      </p>
      <KnownDrafts
        pendingImport={pendingImport}
        isTextEdited={hasEditedBlocks}
        edits={{ blocks: editedBlocks, fields: editedFields }}
      />
      {children}
      <EncodingField
        pendingImport={pendingImport}
        hasEditedBlocks={hasEditedBlocks}
        editedFields={editedFields}
        isBusy={isBusy}
      />
      <HighlightedList
        label="About this import"
        items={createPreviewAccount({ notices, proposal }, proposal.claims)}
      />
      <AnnotationQuestions pendingImport={pendingImport} />
    </>
  );
}
