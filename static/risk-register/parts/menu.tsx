import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';

/** One thing to do. */
export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly onSelect: () => void;
  /** Shows whether it is on; absent for one that is no switch. */
  readonly isOn?: boolean;
}

/**
 * A button with a menu, as the ARIA practices have it: arrows go up and down, Home and End to the ends, letters to a word, Escape
 * closes and the focus goes back.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/
 */
export function Menu({
  label,
  focusKey,
  items,
}: {
  /** Read aloud for the three dots. */
  readonly label: string;
  /** Where the focus returns from what the menu opens. */
  readonly focusKey: string;
  readonly items: readonly MenuItem[];
}) {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (!isOpen) return undefined;
    menu.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
    const closeOutside = (event: PointerEvent) => {
      if (!(event.target instanceof Node) || menu.current?.parentElement?.contains(event.target)) return;
      setIsOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
    };
  }, [isOpen]);

  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = [...(menu.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    const at = all.findIndex((item) => item === document.activeElement);
    const focus = (index: number) => all[(index + all.length) % all.length]?.focus();
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focus(at + 1),
      ArrowUp: () => focus(at - 1),
      Home: () => focus(0),
      End: () => focus(-1),
      Escape: close,
    };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      move();
    } else if (event.key === 'Tab') {
      setIsOpen(false);
    } else if (event.key.length === 1) {
      const letter = event.key.toLowerCase();
      [...all.slice(at + 1), ...all]
        .find((item) => item.textContent.trim().toLowerCase().startsWith(letter))
        ?.focus();
    }
  };

  return (
    <div className="menu">
      <button
        ref={button}
        type="button"
        className="menu__button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        data-focus={focusKey}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        <span aria-hidden="true">•••</span>
      </button>
      {isOpen && (
        <div ref={menu} id={id} role="menu" aria-label={label} className="menu__items" onKeyDown={onKeyDown}>
          {items.map(({ key, label: text, onSelect, isOn }) => (
            <button
              key={key}
              type="button"
              role={isOn === undefined ? 'menuitem' : 'menuitemcheckbox'}
              {...(isOn !== undefined && { 'aria-checked': isOn })}
              tabIndex={-1}
              className="menu__item"
              onClick={() => {
                // First the focus, so that what opens knows where to give it back.
                close();
                onSelect();
              }}
            >
              {text}
              {isOn === true && (
                <span className="menu__mark" aria-hidden="true">
                  ✓
                </span>
              )}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
