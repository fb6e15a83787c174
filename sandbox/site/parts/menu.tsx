import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

export interface MenuItem {
  readonly key: string;
  readonly label: ReactNode;
  readonly hint?: string;
  /** What typing looks for, where the label starts with something else, such as a picture. */
  readonly text?: string;
  /** Given for items of which one is chosen, such as users. */
  readonly isChosen?: boolean;
  readonly onSelect: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly button: ReactNode;
  /** Whether what the button shows names it; otherwise `label` does. */
  readonly isNamedByContent?: boolean;
  readonly items: readonly MenuItem[];
  readonly className?: string;
  /** Shown in the open menu when there are no items. */
  readonly empty?: string;
}

/** Moves by the menu button pattern of the ARIA practices; null for other keys. */
function nextIndex(key: string, index: number, count: number): number | null {
  if (key === 'ArrowDown') return (index + 1) % count;
  if (key === 'ArrowUp') return (index - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

/** The next item after `from` whose text starts with what was typed, going round; -1 without one. */
function typedIndex(texts: readonly string[], from: number, key: string): number {
  if (key.length !== 1 || key === ' ') return -1;
  const order = texts.map((_text, step) => (from + 1 + step) % texts.length);
  const typed = key.toLowerCase();
  return order.find((index) => texts[index]?.toLowerCase().startsWith(typed)) ?? -1;
}

/** A button that opens a menu, usable by mouse and keyboard. Focus returns to the button when it closes. */
export function Menu({ label, button, isNamedByContent, items, className = '', empty }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const opensAtEnd = useRef(false);
  const list = useRef<HTMLDivElement>(null);
  const choices = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];

  useEffect(() => {
    if (!isOpen) return undefined;
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    const chosen = all.find((item) => item.ariaChecked === 'true') ?? all[0];
    const target = opensAtEnd.current ? all.at(-1) : chosen;
    opensAtEnd.current = false;
    (target ?? list.current)?.focus();
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
    };
  }, [isOpen]);

  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    if (event.key === 'Tab') setOpen(false);
    const all = choices();
    const index = all.findIndex((item) => item === document.activeElement);
    if (all.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const typed = all.map((item) => item.dataset['text'] ?? item.textContent);
    const next = nextIndex(event.key, index, all.length) ?? typedIndex(typed, index, event.key);
    if (next < 0) return;
    event.preventDefault();
    all[next]?.focus();
  };
  return (
    <div className={`menu ${className}`} ref={root}>
      <button
        ref={opener}
        type="button"
        className="menu-button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={isNamedByContent ? undefined : label}
        title={label}
        onClick={() => {
          setOpen((open) => !open);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          opensAtEnd.current = event.key === 'ArrowUp';
          setOpen(true);
        }}
      >
        {button}
      </button>
      {isOpen && (
        <div
          role="menu"
          id={id}
          aria-label={label}
          className="menu-list"
          ref={list}
          tabIndex={-1}
          onKeyDown={onKeyDown}
        >
          {items.length === 0 && <p className="menu-empty">{empty}</p>}
          {items.map((item) => (
            <button
              key={item.key}
              type="button"
              role={item.isChosen === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.isChosen}
              tabIndex={-1}
              title={item.hint}
              data-text={item.text}
              className="menu-item"
              onClick={() => {
                close();
                item.onSelect();
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
