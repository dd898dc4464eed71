import * as fc from 'fast-check';
import { type Chord, createChord } from '#shared/contract/keys/chord.ts';

const keyArb = fc.oneof(
  fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789+-=/?.,;'),
  fc.constantFrom('ж', 'ä', 'enter', 'space', 'delete', 'insert', 'f3', 'f9'),
);

/** Chords that can be pressed. */
export const chordArb: fc.Arbitrary<Chord> = fc
  .tuple(keyArb, fc.boolean(), fc.boolean())
  .map(([key, ctrl, shift]) => createChord(key, { ctrl, shift }))
  .filter((chord) => chord !== null);
