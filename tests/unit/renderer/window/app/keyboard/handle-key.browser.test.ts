import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { listenToFieldUndo, undoOrRedoInField } from '#renderer/window/app/keyboard/handle-key.ts';

beforeAll(listenToFieldUndo);

let find: HTMLInputElement;
let note: HTMLTextAreaElement;
let heard: string[];

beforeEach(async () => {
  find = document.createElement('input');
  note = document.createElement('textarea');
  document.body.append(find, note);
  heard = [];
  for (const field of [find, note]) field.addEventListener('input', () => heard.push(field.value));
  await userEvent.click(find);
  await userEvent.keyboard('ferry');
  await userEvent.click(note);
  await userEvent.keyboard('Asked.');
  heard = [];
  onTestFinished(() => {
    find.remove();
    note.remove();
  });
});

const byKey = {
  undo: () => userEvent.keyboard('{Control>}z{/Control}'),
  redo: () => userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}'),
};
const byMenu = { undo: () => undoOrRedoInField('undo'), redo: () => undoOrRedoInField('redo') };

describe.each([
  ['by key', byKey],
  ['by menu', byMenu],
])('undo and redo %s', (_by, { undo, redo }) => {
  test('undo and redo stay in the field that has the focus, however often they are used', async () => {
    for (let time = 0; time < 3; time += 1) await undo();
    expect([find.value, note.value]).toEqual(['ferry', '']);
    expect(document.activeElement).toBe(note);
    for (let time = 0; time < 3; time += 1) await redo();
    expect([find.value, note.value]).toEqual(['ferry', 'Asked.']);
    expect(document.activeElement).toBe(note);
    // Nobody heard of a step elsewhere.
    expect(heard).toEqual(['', 'Asked.']);
  });

  test('undo and redo work in a field that got the focus again', async () => {
    await undo();
    await userEvent.click(find);
    await undo();
    expect([find.value, note.value]).toEqual(['', '']);
    await redo();
    expect([find.value, note.value]).toEqual(['ferry', '']);
  });
});
