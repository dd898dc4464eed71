import { plainCharacters } from '../rtf-group';
import { isOn, type ReadControl } from './control';

const setWeight =
  (property: 'bold' | 'italic'): ReadControl =>
  (reader, number) => {
    const target = reader.definedStyle ?? reader.group;
    target[property] = isOn(number);
  };

const setRevision =
  (revision: 'inserted' | 'deleted'): ReadControl =>
  ({ group }, number) => {
    group.revision = isOn(number) ? revision : 'none';
  };

const setRaised =
  (isRaised: boolean): ReadControl =>
  ({ group }, number) => {
    group.isRaised = isRaised && isOn(number);
  };

const setStruck: ReadControl = ({ group }, number) => {
  group.isStruck = isOn(number);
};

/** How characters are set, and whether they are shown (RTF 1.9.1, "Font (Character) Formatting Properties"). */
export const characterControls: Record<string, ReadControl> = {
  plain: ({ group }) => {
    Object.assign(group, plainCharacters);
  },
  b: setWeight('bold'),
  i: setWeight('italic'),
  super: setRaised(true),
  sub: setRaised(false),
  nosupersub: setRaised(false),
  strike: setStruck,
  striked: setStruck,
  v: ({ group }, number) => {
    group.isHidden = isOn(number);
  },
  deleted: setRevision('deleted'),
  revised: setRevision('inserted'),
  lang: ({ group }, number) => {
    group.language = number;
  },
  deflang: (reader, number) => {
    reader.defaultLanguage = number;
  },
};
