import { Fragment } from 'react';
import { useKeyNames } from '#renderer/window/state/keys.ts';
import type { Verdict } from '#shared/domain/base/verdict.ts';

interface VerdictKeyListProps {
  verdicts: readonly Verdict[];
  /** The words around the keys. Without keys, they are not shown either. */
  before?: string;
  after?: string;
}

export function VerdictKeyList({ verdicts, before = '', after = '' }: VerdictKeyListProps) {
  const nameOf = useKeyNames();
  const keys = verdicts.flatMap((verdict) => nameOf(verdict) ?? []);
  if (keys.length === 0) return null;
  return (
    <>
      {before}
      {keys.map((key, index) => (
        <Fragment key={key}>
          {index > 0 && ' '}
          <kbd>{key}</kbd>
        </Fragment>
      ))}
      {after}
    </>
  );
}
