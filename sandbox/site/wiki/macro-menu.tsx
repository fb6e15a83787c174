import { type KeyboardEvent, useState } from 'react';

import { useSession } from '../session';
import type { AppModule } from '../site-client';

/** The macros that can be inserted, by what was typed after the slash. */
export function useInsertable(typed: string): readonly AppModule[] {
  const { session } = useSession();
  return session.modules.filter(
    ({ macro, title }) =>
      macro !== undefined && !macro.hidden && title.toLowerCase().includes(typed.trim().toLowerCase()),
  );
}

/** Which entry of the menu is chosen, and the keys that move it. */
export function useMenuKeys(
  count: number,
  on: { readonly choose: (index: number) => void; readonly leave: () => void },
) {
  const [at, setAt] = useState(0);
  const chosen = Math.min(at, Math.max(0, count - 1));
  /** Answers whether the key was taken. */
  const press = (event: KeyboardEvent): boolean => {
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => {
        setAt((chosen + 1) % Math.max(1, count));
      },
      ArrowUp: () => {
        setAt((chosen - 1 + count) % Math.max(1, count));
      },
      Enter: () => {
        if (count > 0) on.choose(chosen);
      },
      Escape: on.leave,
    };
    const move = moves[event.key];
    if (!move) return false;
    event.preventDefault();
    event.stopPropagation();
    move();
    return true;
  };
  return { chosen, press };
}

/** The list below a paragraph that starts with a slash. */
export function MacroMenu({
  id,
  macros,
  chosen,
  onChoose,
}: {
  readonly id: string;
  readonly macros: readonly AppModule[];
  readonly chosen: number;
  readonly onChoose: (module: AppModule) => void;
}) {
  if (macros.length === 0) return <p className="macro-menu muted">No macro of that name.</p>;
  return (
    <ul className="macro-menu" role="listbox" id={id} aria-label="Macros">
      {macros.map((module, index) => (
        <li
          key={module.key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          onPointerDown={(event) => {
            // The text field keeps the focus.
            event.preventDefault();
            onChoose(module);
          }}
        >
          <strong>{module.title}</strong>
          {module.macro?.description !== undefined && (
            <span className="muted"> {module.macro.description}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
