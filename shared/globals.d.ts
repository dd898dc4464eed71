/**
 * The few globals that every JavaScript host of ours has (Node 18, Chromium 114) and the ES library does not declare.
 * Only the tsconfig of shared/ includes this file; main and renderer get the full declarations of their own host.
 */

/** Encoding Standard, https://encoding.spec.whatwg.org/#interface-textdecoder */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  /** In lower case, whatever the label was. */
  readonly encoding: string;
  decode(input: Uint8Array): string;
}
