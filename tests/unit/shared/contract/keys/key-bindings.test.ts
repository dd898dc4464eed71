import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatChord, isLetterChord, isSameChord, parseChord } from '#shared/contract/keys/chord.ts';
import {
  changeKey,
  findConflicts,
  findReservation,
  getUsualChords,
  hasChangedKeys,
  type KeyBinding,
  type KeyChanges,
  resetAllKeys,
  resetKeys,
  resolveActiveBindings,
  resolveKeyBindings,
} from '#shared/contract/keys/key-bindings.ts';
import { commandInfo, menuCommands } from '#shared/contract/menu-commands.ts';
import { settingsSchema } from '#shared/domain/settings/settings.ts';
import { chordArb } from './chord-arb.ts';

const commandArb = fc.constantFrom(...menuCommands);

/** Changes as the settings may hold them: with keys and commands of another version, twice, or damaged by hand. */
const changesArb: fc.Arbitrary<KeyChanges> = fc.array(
  fc.record({
    command: fc.oneof({ weight: 4, arbitrary: commandArb }, fc.string({ maxLength: 40 })),
    keys: fc.array(
      fc.oneof({ weight: 4, arbitrary: chordArb.map(formatChord) }, fc.string({ maxLength: 40 })),
      { maxLength: 4 },
    ),
  }),
  { maxLength: 12 },
);

const usual = resolveKeyBindings([]);

const keysOf = (command: string, bindings: readonly KeyBinding[]) =>
  bindings.filter((binding) => binding.command === command).map(({ chord }) => formatChord(chord));

describe('the usual keys', () => {
  test('every usual key is a chord that is not reserved, written as it is stored', () => {
    for (const command of menuCommands)
      expect(getUsualChords(command).map(formatChord)).toEqual(commandInfo[command].keys ?? []);
    for (const { chord } of usual) expect(findReservation(chord)).toBeNull();
  });

  test('no two commands share a usual key', () => {
    for (const { command, chord } of usual) expect(findConflicts(chord, command, usual)).toEqual([]);
  });
});

describe('the keys of a reviewer', () => {
  test('whatever is stored, a key runs one command only', () => {
    fc.assert(
      fc.property(changesArb, (changes) => {
        const keys = resolveKeyBindings(changes).map(({ chord }) => formatChord(chord));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  test('a changed key runs its command and no other, and all keys that have nothing to do with it stay', () => {
    fc.assert(
      fc.property(changesArb, commandArb, chordArb, (changes, command, chord) => {
        fc.pre(findReservation(chord) === null);
        const before = resolveKeyBindings(changes);
        const after = resolveKeyBindings(changeKey(changes, before, { command, replaced: null, chord }));
        expect(
          after.filter((binding) => isSameChord(binding.chord, chord)).map((key) => key.command),
        ).toEqual([command]);
        const others = (bindings: readonly KeyBinding[]) =>
          bindings.filter((key) => key.command !== command && !isSameChord(key.chord, chord));
        expect(others(after)).toEqual(expect.arrayContaining(others(before)));
      }),
    );
  });

  test('a key that was replaced or removed does not run its command any more', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...usual),
        fc.option(chordArb.filter((chord) => findReservation(chord) === null)),
        ({ command, chord: replaced }, chord) => {
          fc.pre(!chord || !isSameChord(chord, replaced));
          const after = resolveKeyBindings(changeKey([], usual, { command, replaced, chord }));
          expect(keysOf(command, after)).not.toContain(formatChord(replaced));
          expect(after.some((binding) => isSameChord(binding.chord, replaced))).toBe(false);
        },
      ),
    );
  });

  test('if a key conflicts with another command, that one’s key conflicts with the first', () => {
    fc.assert(
      fc.property(changesArb, commandArb, commandArb, chordArb, (changes, a, b, chord) => {
        const bindings = resolveKeyBindings(changes);
        const both = [...bindings, { command: a, chord }, { command: b, chord }];
        expect(findConflicts(chord, a, both).includes(b)).toBe(a !== b);
        expect(findConflicts(chord, a, both).includes(b)).toBe(findConflicts(chord, b, both).includes(a));
      }),
    );
  });

  test('a reset command has its usual keys, and nobody else has them', () => {
    fc.assert(
      fc.property(changesArb, commandArb, (changes, command) => {
        const after = resolveKeyBindings(resetKeys(changes, command));
        expect(keysOf(command, after)).toEqual(commandInfo[command].keys ?? []);
        expect(hasChangedKeys(command, after)).toBe(false);
      }),
    );
  });

  test('after all keys were reset, they are the usual ones', () => {
    fc.assert(
      fc.property(changesArb, (changes) => {
        expect(resolveKeyBindings(resetAllKeys(changes))).toEqual(usual);
      }),
    );
  });

  test('keys and commands of another version are ignored, and kept by every change', () => {
    const foreign = { command: 'timeTravel', keys: ['hyper+t', 'v'] };
    const damaged = { command: 'mark', keys: ['hyper+m', 'ctrl+'] };
    const changes = [foreign, damaged, { command: 'disputed', keys: ['escape', 'ctrl+c', 'o'] }];
    const bindings = resolveKeyBindings(changes);
    expect(keysOf('mark', bindings)).toEqual(['c']);
    expect(keysOf('verified', bindings)).toEqual(['v']);
    expect(keysOf('disputed', bindings)).toEqual(['o']);
    const v = parseChord('v');
    const changed = changeKey(changes, bindings, { command: 'note', replaced: null, chord: v });
    expect(changed).toContainEqual(foreign);
    expect(changed).toContainEqual(damaged);
    expect(resetAllKeys(changed)).toEqual([foreign]);
  });

  test('a command whose list is empty has no key', () => {
    expect(keysOf('mark', resolveKeyBindings([{ command: 'mark', keys: [] }]))).toEqual([]);
  });

  test('a usual key that was chosen for another command comes back when that one is reset', () => {
    const v = parseChord('v');
    const changes = changeKey([], usual, { command: 'mark', replaced: null, chord: v });
    expect(keysOf('verified', resolveKeyBindings(changes))).toEqual([]);
    expect(keysOf('mark', resolveKeyBindings(changes))).toEqual(['c', 'v']);
    expect(resolveKeyBindings(resetKeys(changes, 'mark'))).toEqual(usual);
    // The other way round, the usual key is taken back.
    expect(keysOf('mark', resolveKeyBindings(resetKeys(changes, 'verified')))).toEqual(['c']);
  });

  test('changes that come back to the usual keys leave nothing to store', () => {
    const [c, m] = [parseChord('c'), parseChord('m')];
    const changed = changeKey([], usual, { command: 'mark', replaced: c, chord: m });
    expect(changed).toEqual([{ command: 'mark', keys: ['m'] }]);
    expect(
      changeKey(changed, resolveKeyBindings(changed), { command: 'mark', replaced: m, chord: c }),
    ).toEqual([]);
  });

  test('without single letters, all other keys stay', () => {
    const active = resolveActiveBindings({ keys: [], letterKeys: false });
    expect(active).toEqual(usual.filter(({ chord }) => !isLetterChord(chord)));
    expect(keysOf('note', active)).toEqual(['enter']);
    expect(keysOf('find', active)).toEqual(['ctrl+f']);
  });

  test('every change that can be made can be stored', () => {
    fc.assert(
      fc.property(commandArb, chordArb, (command, chord) => {
        const keys = changeKey([], usual, { command, replaced: null, chord });
        expect(settingsSchema.shape.keys.safeParse(keys).success).toBe(true);
      }),
    );
  });
});
