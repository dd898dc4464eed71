import { getAttribute } from '../xml';

/** Reads what a control of a form shows: the value that was typed or chosen, else the words beside it; '' for nothing. */
function readShownValue(control: Element): string {
  const chosen = Array.from(control.children).filter(
    (option) => getAttribute(option, 'current-selected') === 'true',
  );
  const values = [
    getAttribute(control, 'current-value'),
    chosen.map((option) => getAttribute(option, 'label') ?? option.textContent ?? '').join(', '),
    getAttribute(control, 'value'),
    getAttribute(control, 'label'),
  ];
  return values.find((value) => value !== null && value !== '') ?? '';
}

/**
 * The texts of the controls of forms by their ids (ODF 1.3, part 3: 13.5): the forms stand before the text, in which a shape stands
 * for each control.
 */
export function readOdtControls(body: Element): Map<string, string> {
  const controls = Array.from(body.querySelectorAll('forms form > *'));
  return new Map(
    controls.flatMap((control): [string, string][] => {
      const id = getAttribute(control, 'id');
      return id === null ? [] : [[id, readShownValue(control)]];
    }),
  );
}
