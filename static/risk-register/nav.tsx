import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';

import type { Risk, RiskFields } from '#src/domain/risk/risk';

import { useWords } from '../ui/words';

import type { Clash } from './state/send-change';

/** What fills the screen. The register itself stays as it was while something else is in front. */
export type View =
  | { readonly kind: 'register' }
  | { readonly kind: 'risk'; readonly riskId: string }
  | { readonly kind: 'new-risk' }
  | { readonly kind: 'clash'; readonly clash: Clash }
  | { readonly kind: 'review' }
  | { readonly kind: 'pre-mortem' }
  | { readonly kind: 'history'; readonly riskId: string | null }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'import' };

/** A risk that is being written and is not saved: kept while the screen is open, never longer. */
export interface Draft {
  readonly fields: RiskFields;
  /** The risk that it started from; null for a new one. */
  readonly base: Risk | null;
}

interface Nav {
  readonly view: View;
  readonly go: (view: View) => void;
  /** Back to the register. */
  readonly back: () => void;
  /** By the id of the risk; a new one by `NEW`. */
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly keep: (key: string, draft: Draft | null) => void;
}

/** The key of the draft of a new risk. */
export const NEW = 'new';

const NavContext = createContext<Nav | null>(null);

/** @throws Error outside of a `NavProvider`. */
export function useNav(): Nav {
  const nav = useContext(NavContext);
  if (nav === null) throw new Error('useNav needs a NavProvider above it.');
  return nav;
}

/**
 * Knows what fills the screen, and gives the focus back to what opened it: elements that open something carry `data-focus`.
 */
export function NavProvider({ children }: { readonly children: ReactNode }) {
  const [view, setView] = useState<View>({ kind: 'register' });
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const opener = useRef<string | null>(null);
  const isBack = useRef(false);

  const go = useCallback((next: View) => {
    const { activeElement } = document;
    const key = activeElement instanceof HTMLElement ? activeElement.dataset['focus'] : undefined;
    if (key !== undefined) opener.current = key;
    setView(next);
  }, []);
  const back = useCallback(() => {
    isBack.current = true;
    setView({ kind: 'register' });
  }, []);
  const keep = useCallback((key: string, draft: Draft | null) => {
    setDrafts((last) => {
      if (draft === null && !last.has(key)) return last;
      const next = new Map(last);
      if (draft === null) next.delete(key);
      else next.set(key, draft);
      return next;
    });
  }, []);

  useLayoutEffect(() => {
    if (view.kind !== 'register' || !isBack.current) return;
    isBack.current = false;
    const key = opener.current;
    const target =
      key === null ? null : document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(key)}"]`);
    (target ?? document.querySelector<HTMLElement>('main'))?.focus();
  }, [view]);

  // What is typed and not saved would be gone with the page.
  useEffect(() => {
    if (drafts.size === 0) return undefined;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [drafts.size]);

  const nav = useMemo(() => ({ view, go, back, drafts, keep }), [view, go, back, drafts, keep]);
  return <NavContext.Provider value={nav}>{children}</NavContext.Provider>;
}

/** A part that fills the screen in place of the register: its heading takes the focus, unless something in it has. */
export function Room({
  title,
  actions,
  backLabel,
  onBack,
  children,
}: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly backLabel?: string;
  readonly onBack?: () => void;
  readonly children: ReactNode;
}) {
  const { say } = useWords();
  const { back } = useNav();
  const id = useId();
  const room = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A form begins in its first field.
    if (room.current?.contains(document.activeElement) !== true) heading.current?.focus();
  }, []);
  return (
    <section ref={room} className="room" aria-labelledby={id}>
      <div className="room__head">
        <p className="room__back">
          <button type="button" className="link-button" onClick={onBack ?? back}>
            <svg width="6" height="10" viewBox="0 0 6 10" className="room__chevron" aria-hidden="true">
              <path d="M5 1 1 5l4 4" fill="none" stroke="currentColor" strokeWidth="1.5" />
            </svg>
            {backLabel ?? say('risk.back')}
          </button>
        </p>
        <h2 id={id} ref={heading} tabIndex={-1} className="room__title">
          {title}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
