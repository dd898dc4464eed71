import { create } from 'zustand';
import type { AnnotationSet } from '../../../shared/import/web-annotation/imported-annotations';
import { openDialog, runWhenNoDialog } from '../dialogs';

/** A file of annotations that was read for the article on the screen. */
interface AnnotationImport {
  articleId: string;
  fileName: string;
  set: AnnotationSet;
}

/** The file that the preview of annotations shows. */
export const useAnnotationImport = create<{ current: AnnotationImport | null }>()(() => ({ current: null }));

/** Shows the preview of a file of annotations as soon as no other dialog is open. */
export function showAnnotationImport(current: AnnotationImport): void {
  runWhenNoDialog(() => {
    useAnnotationImport.setState({ current });
    openDialog('annotations');
  });
}
