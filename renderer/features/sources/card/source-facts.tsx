import type { Source } from '../../../../shared/domain/source';
import { formatDate } from '../../../../shared/text/format/format-dates';
import { useEntity } from '../../../state/review/use-session';
import { sourceTextLabels } from '../../../state/source-text-labels';
import { getSourceFieldLabel, sourceFieldLabels } from '../source-field-labels';
import styles from './source-card.module.css';

/** The fields of a source that have a value. */
export function SourceFacts({ source }: { source: Source }) {
  const origin = useEntity('sources', source.derivedFrom ?? '');
  return (
    <dl className={styles.facts}>
      {listFacts(source).map(
        ([label, value]) =>
          value !== null && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
      {origin && (
        <div>
          <dt>{sourceFieldLabels.derivedFrom}</dt>
          <dd dir="auto">{origin.title}</dd>
        </div>
      )}
    </dl>
  );
}

function listFacts(source: Source): [label: string, value: string | null][] {
  const { kind, author, publisher, contact, publishedAt, accessedAt, url, archiveUrl } = source;
  const { confidential, alsoHide } = source;
  return [
    [sourceFieldLabels.author, author],
    [getSourceFieldLabel('publisher', kind), publisher],
    [sourceFieldLabels.contact, contact],
    [sourceFieldLabels.publishedAt, publishedAt && formatDate(publishedAt)],
    [getSourceFieldLabel('accessedAt', kind), accessedAt && formatDate(accessedAt)],
    [sourceFieldLabels.url, url],
    [sourceFieldLabels.archiveUrl, archiveUrl],
    [sourceTextLabels.alsoHide, confidential ? alsoHide : null],
  ];
}
