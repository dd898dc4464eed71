import { type RefObject, type TextareaHTMLAttributes, useLayoutEffect } from 'react';
import { TextAreaContext, useContextProps } from 'react-aria-components';

interface AreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  areaRef: RefObject<HTMLTextAreaElement | null> | undefined;
}

/**
 * The text area of a React Aria text field. React would write the default value of a text area with a value anew after each
 * key; Chromium sees its child nodes change, ends the run of typing, and undo takes back one letter. So the value is set
 * here, and only when it is not what stands there already.
 */
export function TextArea({ areaRef, ...own }: AreaProps) {
  const [{ value, ...props }, area] = useContextProps(own, areaRef, TextAreaContext);
  useLayoutEffect(() => {
    const shown = String(value ?? '');
    if (area.current && area.current.value !== shown) area.current.value = shown;
  });
  return <textarea {...props} ref={area} defaultValue="" />;
}
