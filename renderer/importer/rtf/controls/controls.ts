import type { RtfReader } from '../rtf-reader';
import { characterControls } from './character-controls';
import { characters } from './characters';
import type { ReadControl } from './control';
import { encodingControls } from './encoding-controls';
import { formControls } from './form-controls';
import { paragraphControls } from './paragraph-controls';

const controls = new Map<string, ReadControl>(
  Object.entries({ ...paragraphControls, ...characterControls, ...encodingControls, ...formControls }),
);

/** Reads a control word or symbol; one that is not known changes nothing. */
export function readControl(reader: RtfReader, name: string, number: number | null): void {
  const character = characters.get(name);
  if (character !== undefined) reader.write(character);
  else controls.get(name)?.(reader, number);
}
