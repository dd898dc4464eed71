import { Fragment } from 'react';
import { verdictKeys } from '../../../../shared/contract/verdict-keys';
import type { Verdict } from '../../../../shared/domain/verdict';

/** The keys of some verdicts, as "V D X". */
export function VerdictKeyList({ verdicts }: { verdicts: readonly Verdict[] }) {
  return verdicts.map((verdict, index) => (
    <Fragment key={verdict}>
      {index > 0 && ' '}
      <kbd>{verdictKeys[verdict]}</kbd>
    </Fragment>
  ));
}
