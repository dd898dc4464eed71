import { type Source, sourceFieldTraits, type SourceTextField } from '../../../shared/domain/source';
import { formatDate } from '../../../shared/text/format/format-dates';
import { listAll } from '../../../shared/text/sequences/list-all';
import { useEntity } from '../../state/review/use-session';
import styles from './source-card.module.css';
import { getSourceFieldLabel } from './source-field-labels';

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
          <dt>{getSourceFieldLabel('derivedFrom')}</dt>
          <dd dir="auto">{origin.title}</dd>
        </div>
      )}
    </dl>
  );
}

/** In the order of the card. The title is its heading. */
const fields = listAll<Exclude<SourceTextField, 'title'>>()([
  'author',
  'publisher',
  'contact',
  'publishedAt',
  'accessedAt',
  'url',
  'archiveUrl',
  'alsoHide',
]);

function listFacts(source: Source): [label: string, value: string | null][] {
  return fields.map((field) => {
    const value = field === 'alsoHide' && !source.confidential ? null : source[field];
    const isDate = sourceFieldTraits[field].input === 'date';
    return [getSourceFieldLabel(field, source.kind), value && isDate ? formatDate(value) : value];
  });
}
