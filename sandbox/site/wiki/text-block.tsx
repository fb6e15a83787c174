import { type KeyboardEvent, useEffect, useId, useRef } from 'react';

import type { AdfNode } from '../parts/adf-view';
import type { AppModule } from '../site-client';
import { MacroMenu, useInsertable, useMenuKeys } from './macro-menu';

interface TextBlockProps {
  readonly block: AdfNode;
  readonly text: string;
  readonly isFocused: boolean;
  readonly onText: (text: string) => void;
  /** Splits the block at the caret. */
  readonly onSplit: (before: string, after: string) => void;
  readonly onRemove: () => void;
  readonly onMacro: (module: AppModule) => void;
}

/** A paragraph or heading to type in. `/` at its start offers the macros. */
export function TextBlock(props: TextBlockProps) {
  const { block, text, isFocused, onText, onSplit, onRemove, onMacro } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const isMenu = block.type === 'paragraph' && text.startsWith('/');
  const macros = useInsertable(text.slice(1));
  const { chosen, press } = useMenuKeys(macros.length, {
    choose: (index) => {
      const module = macros[index];
      if (module) onMacro(module);
    },
    leave: () => {
      onText('');
    },
  });
  useEffect(() => {
    if (isFocused) field.current?.focus();
  }, [isFocused]);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isMenu && press(event)) return;
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (event.key === 'Enter') {
      event.preventDefault();
      onSplit(text.slice(0, selectionStart), text.slice(selectionEnd));
    }
    if (event.key === 'Backspace' && text === '') {
      event.preventDefault();
      onRemove();
    }
  };
  const isHeading = block.type === 'heading';
  return (
    <div className="text-block">
      <textarea
        ref={field}
        rows={1}
        className={isHeading ? 'heading-field' : 'paragraph-field'}
        aria-label={isHeading ? 'Heading' : 'Paragraph'}
        value={text}
        placeholder={isHeading ? 'Heading' : 'Type / to insert a macro'}
        {...(isMenu && {
          role: 'combobox',
          'aria-expanded': true,
          'aria-controls': id,
          'aria-activedescendant': macros.length > 0 ? `${id}-${chosen}` : undefined,
        })}
        onChange={(event) => {
          onText(event.target.value.replaceAll('\n', ' '));
        }}
        onKeyDown={onKeyDown}
      />
      {isMenu && <MacroMenu id={id} macros={macros} chosen={chosen} onChoose={onMacro} />}
    </div>
  );
}
