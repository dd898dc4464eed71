/** How many texts are remembered: the two drafts of a comparison, and others in between. */
const maxRemembered = 4;

/** Wraps a function of a whole text so that it is computed once for each of the texts that were asked for last. */
export function rememberByText<Key, Result>(
  compute: (text: string, key: Key) => Result,
): (text: string, key: Key) => Result {
  const remembered: { text: string; key: Key; result: Result }[] = [];
  return (text, key) => {
    const known = remembered.find((one) => one.key === key && one.text === text);
    if (known) return known.result;
    const result = compute(text, key);
    remembered.unshift({ text, key, result });
    remembered.length = Math.min(remembered.length, maxRemembered);
    return result;
  };
}
