import { type InlineStyle, plainInlineStyle } from '../web/elements/styled-text';

/** How the text of a word-processing document is set. Text that is struck through is kept, and counted. */
export interface FlowStyle extends InlineStyle {
  isStruck: boolean;
}

export const plainFlowStyle: FlowStyle = { ...plainInlineStyle, isStruck: false };
