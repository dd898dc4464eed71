import type { claimKinds } from '../../../../shared/domain/claim';

/** The name of each kind of claim in fields and menus. */
export const kindLabels: Record<(typeof claimKinds)[number], string> = {
  figure: 'Figure',
  date: 'Date',
  name: 'Name',
  quote: 'Quote',
  event: 'Event',
  other: 'Other',
};
