import { type RefObject, type TextareaHTMLAttributes, useLayoutEffect } from 'react';
import { TextAreaContext, useContextProps } from 'react-aria-components';

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  areaRef: RefObject<HTMLTextAreaElement | null> | undefined;
}

/**
 * The text area of a React Aria text field. React writes the default value of a controlled text area again after each key;
 * Chromium sees the child nodes change and ends the undo step, so that undo removes only one character. Therefore the value is
 * set here, and only when it differs.
 */
export function TextArea({ areaRef, ...own }: TextAreaProps) {
  const [{ value, ...props }, area] = useContextProps(own, areaRef, TextAreaContext);
  useLayoutEffect(() => {
    const text = String(value ?? '');
    if (area.current && area.current.value !== text) area.current.value = text;
  });
  return <textarea {...props} ref={area} defaultValue="" />;
}
