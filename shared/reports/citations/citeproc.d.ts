/**
 * The part of citeproc-js that is used here; it brings no types.
 * https://citeproc-js.readthedocs.io/en/latest/running.html
 */

declare module 'citeproc' {
  type Decorate = (state: unknown, text: string) => string;

  interface Engine {
    /** The items that a bibliography is made of from now on. */
    updateItems(ids: string[], unsorted: boolean): void;
    setOutputFormat(format: string): void;
    /** Its parameters, and an entry for each item that the style lists at all; false for a style without a list. */
    makeBibliography(): [unknown, string[]] | false;
    fun: { flipflopper: { processTags: (blob: unknown) => void } };
  }

  const CSL: {
    Engine: new (
      system: { retrieveLocale: (language: string) => string; retrieveItem: (id: string) => unknown },
      style: string,
      language: string,
      forceLanguage: boolean,
    ) => Engine;
    Output: { Formats: Record<string, Record<string, string | false | Decorate>> };
  };
  export default CSL;
  export type { Engine };
}
