import DOMPurify from 'dompurify';
import { blockElements, excludedElements, inlineElements } from './elements/element-kinds';

const purify = DOMPurify(window);

/**
 * Removes everything from a DOM except what is read from it: text, how it is set, and where links lead. Unknown elements are
 * removed, their text is kept. Throws when the DOM is built to deceive the sanitiser.
 */
export function sanitise(root: Element): void {
  purify.sanitize(root, {
    IN_PLACE: true,
    ALLOWED_TAGS: [...blockElements, ...inlineElements, 'img'],
    ALLOWED_ATTR: ['href', 'hidden', 'id', 'open', 'reversed', 'role', 'start', 'style', 'type', 'value'],
    ADD_URI_SAFE_ATTR: ['hidden', 'open', 'reversed', 'start', 'type'],
    ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|doi):|#)/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    FORBID_TAGS: ['form'],
    ADD_FORBID_CONTENTS: [...excludedElements],
  });
}
