import type { Source } from '../../../../shared/domain/source';
import { shownDate } from '../../../../shared/text/format/dates';
import { useEntity } from '../../../state/review/session-context';
import styles from './source-card.module.css';

function factsOf(source: Source): [string, string | null][] {
  const person = source.kind === 'person';
  return [
    ['Author', source.author],
    [person ? 'Organisation' : 'Publisher', source.publisher],
    ['Contact', source.contact],
    ['Published', source.publishedAt && shownDate(source.publishedAt)],
    [person ? 'Spoken to' : 'Read on', source.accessedAt && shownDate(source.accessedAt)],
    ['URL', source.url],
    ['Archived at', source.archiveUrl],
  ];
}

/** What is known of a source, field by field. */
export function SourceFacts({ source }: { source: Source }) {
  const origin = useEntity('sources', source.derivedFrom ?? '');
  return (
    <dl className={styles.facts}>
      {factsOf(source).map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
      {origin && (
        <div>
          <dt>Derived from</dt>
          <dd dir="auto">{origin.title}</dd>
        </div>
      )}
    </dl>
  );
}
