import { Fragment } from 'react';

/** A sentence whose quoted parts, such as titles, are isolated: one that is read from right to left leaves the rest as it is. */
export function BidiSentence({ children }: { children: string }) {
  return children.split(/(?<=“)([^“”]*)(?=”)/).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence keep their order
    index % 2 === 1 ? <bdi key={index}>{part}</bdi> : <Fragment key={index}>{part}</Fragment>,
  );
}
