/** Controls that can take the focus. */
export const focusable =
  'button:not(:disabled), input:not(:disabled), textarea, select, a[href], [tabindex]:not([tabindex="-1"])';
