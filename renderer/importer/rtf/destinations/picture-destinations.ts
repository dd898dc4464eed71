import { enter, type Open, openAll, skip } from './open';

const countObject: Open = (reader) => {
  if (reader.group.destination === 'text') reader.counts.objectsLeftOut += 1;
  skip(reader);
};

const openPicture: Open = (reader) => {
  if (!reader.group.isPictureCounted) reader.counts.imagesLeftOut += 1;
  skip(reader);
};

/** Skips a group whose pictures repeat those of another group, or are bullets. */
const skipPictures: Open = (reader) => {
  reader.group.isPictureCounted = true;
  skip(reader);
};

/** An object is shown as its result, which is a picture of it, or text. */
const openObject: Open = ({ group, counts }) => {
  if (group.destination === 'text') counts.objectsLeftOut += 1;
  group.isPictureCounted = true;
};

/** Pictures, drawings, formulas and embedded objects (RTF 1.9.1, "Pictures", "Objects", "Drawing Objects"). */
export const pictureDestinations: Record<string, Open> = {
  ...openAll(['shppict', 'shpinst', 'do', 'ud'], enter),
  pict: openPicture,
  object: openObject,
  ...openAll(['moMath', 'moMathPara'], countObject),
  ...openAll(['nonshppict', 'listpicture'], skipPictures),
};
