import { Fragment } from 'react';

/** Short texts on one line, separated by dots. Each is isolated, so its direction does not change the order of the others. */
export function InlineList({ parts }: { parts: readonly (string | false | null | undefined)[] }) {
  return parts
    .filter((part) => typeof part === 'string' && part !== '')
    .map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same text can be in it twice
      <Fragment key={index}>
        {index > 0 && ' · '}
        <bdi>{part}</bdi>
      </Fragment>
    ));
}
