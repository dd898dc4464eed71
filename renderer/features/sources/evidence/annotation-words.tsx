import type { StoredAnnotation } from '../../../../shared/domain/annotation';
import { formatDate } from '../../../../shared/text/format/format-dates';
import styles from './proposed-list.module.css';

/** The words of an annotation, as the author wrote them. They are never part of a report. */
export function AnnotationWords({ annotation }: { annotation: StoredAnnotation }) {
  const { at, text } = annotation;
  return (
    <blockquote className={styles.annotation} dir="auto">
      {text}
      {at !== null && <small>{formatDate(at.slice(0, 10))}</small>}
    </blockquote>
  );
}
