/**
 * Types of the part of citeproc-js that is used here. The package brings no types.
 * https://citeproc-js.readthedocs.io/en/latest/running.html
 */

declare module 'citeproc' {
  type Decorate = (state: unknown, text: string) => string;

  interface Engine {
    /** Sets the items of the bibliography. */
    updateItems(ids: string[], unsorted: boolean): void;
    setOutputFormat(format: string): void;
    /** Returns parameters, and an entry for each item that the style lists; false for a style without a bibliography. */
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
