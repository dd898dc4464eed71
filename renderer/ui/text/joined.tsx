import { Fragment } from 'react';

/** Facts on one line, each of which may be read in a direction of its own: none turns the others around. */
export function Joined({ parts }: { parts: readonly (string | false | null | undefined)[] }) {
  return parts
    .filter((part) => typeof part === 'string' && part !== '')
    .map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same words can stand in it twice
      <Fragment key={index}>
        {index > 0 && ' · '}
        <bdi>{part}</bdi>
      </Fragment>
    ));
}
