import { useEffect } from 'react';

import type { FlagRequest } from '../bridge/frame-view';
import { Icon } from './icon';

/** Atlassian's flags leave by themselves after eight seconds. */
const DISMISS_AFTER_MS = 8000;

function Flag({ flag, onClose }: { readonly flag: FlagRequest; readonly onClose: (id: string) => void }) {
  const { id, isAutoDismiss } = flag;
  useEffect(() => {
    if (!isAutoDismiss) return undefined;
    const timer = setTimeout(() => {
      onClose(id);
    }, DISMISS_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [id, isAutoDismiss, onClose]);
  return (
    <li className="flag" data-type={flag.type} data-bold={flag.isBold || undefined} role="alert">
      <strong>{flag.title}</strong>
      <button
        type="button"
        className="icon-button"
        aria-label="Dismiss"
        onClick={() => {
          onClose(id);
        }}
      >
        <Icon name="close" />
      </button>
      {flag.description !== '' && <p>{flag.description}</p>}
      {flag.actions.length > 0 && (
        <p className="flag-actions">
          {flag.actions.map((action) => (
            <button
              key={action.text}
              type="button"
              className="link-button"
              onClick={() => {
                action.onClick();
              }}
            >
              {action.text}
            </button>
          ))}
        </p>
      )}
    </li>
  );
}

/** The app's messages, newest first, above everything else. */
export function Flags({
  flags,
  onClose,
}: {
  readonly flags: readonly FlagRequest[];
  readonly onClose: (id: string) => void;
}) {
  if (flags.length === 0) return null;
  return (
    <ul className="flags">
      {flags.map((flag) => (
        <Flag key={flag.id} flag={flag} onClose={onClose} />
      ))}
    </ul>
  );
}
