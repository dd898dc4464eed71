import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createChord,
  formatAccelerator,
  formatChord,
  isChordForFields,
  isControlChord,
  isLetterChord,
  isSameChord,
  nameChord,
  parseChord,
} from '#shared/contract/keys/chord.ts';
import { chordArb } from './chord-arb.ts';

describe('chords', () => {
  test('a chord is the same after it was stored and read', () => {
    fc.assert(
      fc.property(chordArb, (chord) => {
        expect(parseChord(formatChord(chord))).toEqual(chord);
      }),
    );
  });

  test('any text is a chord or null, and a chord that was read is written the same way from then on', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const chord = parseChord(text);
        if (chord) expect(parseChord(formatChord(chord))).toEqual(chord);
      }),
    );
  });

  test.each([
    ['v', { key: 'v', ctrl: false, shift: false }],
    ['CTRL+Shift+E', { key: 'e', ctrl: true, shift: true }],
    ['shift+ctrl+e', { key: 'e', ctrl: true, shift: true }],
    ['ctrl++', { key: '+', ctrl: true, shift: false }],
    ['+', { key: '+', ctrl: false, shift: false }],
    ['shift+f3', { key: 'f3', ctrl: false, shift: true }],
    ['space', { key: 'space', ctrl: false, shift: false }],
    ['ж', { key: 'ж', ctrl: false, shift: false }],
  ])('“%s” is a chord', (text, chord) => expect(parseChord(text)).toEqual(chord));

  test.each(['', 'ctrl+', 'alt+v', 'hyper+q', 'ctrl+vv', 'f13', 'v ', '\u0301', 'ctrl+\u0000', 'meta'])(
    '“%s” is no chord',
    (text) => expect(parseChord(text)).toBeNull(),
  );

  test('Shift makes another chord of letters, digits and named keys, but not of punctuation', () => {
    const chord = (key: string) => createChord(key, { ctrl: false, shift: true })?.shift;
    expect(['s', '7', 'enter', ' ', '+'].map(chord)).toEqual([true, true, true, true, true]);
    expect(['?', '/', '.', ','].map(chord)).toEqual([false, false, false, false]);
  });

  test('a chord is a letter, a key that also works in fields, or one that presses a control', () => {
    const kinds = (text: string) => {
      const chord = parseChord(text);
      return chord && [isLetterChord(chord), isChordForFields(chord), isControlChord(chord)];
    };
    expect(kinds('v')).toEqual([true, false, false]);
    expect(kinds('shift+v')).toEqual([true, false, false]);
    expect(kinds('ctrl+v')).toEqual([false, true, false]);
    expect(kinds('f3')).toEqual([false, true, false]);
    expect(kinds('enter')).toEqual([false, false, true]);
  });

  test('a chord has the name of its system, and the accelerator of the menu bar', () => {
    const names = (text: string) => {
      const chord = parseChord(text);
      return chord && [nameChord(chord, false), nameChord(chord, true), formatAccelerator(chord)];
    };
    expect(names('ctrl+shift+e')).toEqual(['Ctrl+Shift+E', '⇧⌘E', 'CmdOrCtrl+Shift+E']);
    expect(names('ctrl++')).toEqual(['Ctrl++', '⌘+', 'CmdOrCtrl+Plus']);
    expect(names('delete')).toEqual(['Delete', 'Delete', 'Delete']);
    expect(names('space')).toEqual(['Space', 'Space', 'Space']);
  });

  test('different chords have different names', () => {
    fc.assert(
      fc.property(chordArb, chordArb, (a, b) => {
        for (const mac of [true, false])
          expect(nameChord(a, mac).toLowerCase() === nameChord(b, mac).toLowerCase()).toBe(isSameChord(a, b));
      }),
    );
  });
});
