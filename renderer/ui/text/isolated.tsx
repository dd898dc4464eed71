import { Fragment } from 'react';

/** A sentence in which quoted words, as titles, may be read from right to left: they are kept apart from the rest of it. */
export function Isolated({ children }: { children: string }) {
  return children.split(/(?<=“)([^“”]*)(?=”)/).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts are a sentence, in its order
    index % 2 === 1 ? <bdi key={index}>{part}</bdi> : <Fragment key={index}>{part}</Fragment>,
  );
}
