import DOMPurify from 'dompurify';
import { blockElements, inlineElements, leftOut } from './elements/elements';

const purify = DOMPurify(window);

/**
 * Takes everything out of a DOM but what is read of it: words, how they are set, where links lead. Elements that are not
 * known leave their words. Throws when the DOM is built to deceive.
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
    ADD_FORBID_CONTENTS: [...leftOut],
  });
}
