import { type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

import type { DialogSize } from '../bridge/frame-view';
import { Icon } from './icon';

interface DialogProps {
  /** Names the dialog; shown in a header only when `hasHeader`. */
  readonly title: string;
  readonly hasHeader: boolean;
  readonly size: DialogSize;
  readonly onClose: () => void;
  readonly closesOnOverlay: boolean;
  readonly closesOnEscape: boolean;
  /** Out of sight already, while the screen in it finishes. */
  readonly isClosing?: boolean;
  readonly children: ReactNode;
}

/** Everything on the page below the newest dialog is out of reach; messages stay in reach. */
function holdBack(layer: HTMLElement): () => void {
  const others = [...document.body.children].filter(
    (element) =>
      element !== layer && !element.hasAttribute('inert') && !element.classList.contains('flag-layer'),
  );
  for (const element of others) element.setAttribute('inert', '');
  return () => {
    for (const element of others) element.removeAttribute('inert');
  };
}

function boxStyle(size: DialogSize) {
  return typeof size === 'string' ? undefined : { width: size.width, height: size.height };
}

/** A modal dialog. Focus moves in when it opens and returns to where it was when it closes. */
export function Dialog(props: DialogProps) {
  const { title, size, onClose } = props;
  const layer = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    const portal = layer.current;
    const release = portal ? holdBack(portal) : () => undefined;
    const frame = box.current?.querySelector('iframe');
    (frame ?? box.current)?.focus();
    return () => {
      release();
      if (activeElement instanceof HTMLElement) activeElement.focus();
    };
  }, []);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    // On the document, since focus may be nowhere; the dialogs below the newest are inert.
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || layer.current?.hasAttribute('inert')) return;
      if (latest.current.closesOnEscape) latest.current.onClose();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('keydown', closeOnEscape);
    };
  }, []);
  return createPortal(
    <div
      className="dialog-layer"
      hidden={props.isClosing}
      ref={layer}
      onPointerDown={(event) => {
        if (props.closesOnOverlay && event.target === layer.current) onClose();
      }}
    >
      <div
        className="dialog"
        role="dialog"
        aria-modal="true"
        aria-label={title}
        data-size={typeof size === 'string' ? size : 'custom'}
        style={boxStyle(size)}
        ref={box}
        tabIndex={-1}
      >
        {props.hasHeader && (
          <header className="dialog-head">
            <h2>{title}</h2>
            <button
              type="button"
              className="icon-button"
              aria-label="Close"
              onClick={() => {
                onClose();
              }}
            >
              <Icon name="close" />
            </button>
          </header>
        )}
        {props.children}
      </div>
    </div>,
    document.body,
  );
}
