/**
 * Types of the part of citation-js 0.8 that is used here. Its packages bring no types.
 * https://citation.js.org/api/0.8/module-@citation-js_core.plugins.input.html
 */

declare module '@citation-js/core' {
  export const plugins: {
    input: {
      /** Applies the parser of one format to the input. Throws what the parser throws. */
      data(input: unknown, format: string): unknown;
    };
  };
}

/** Importing a plugin adds its formats to the core. */
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
