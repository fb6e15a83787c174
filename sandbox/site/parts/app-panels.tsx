import { useEffect, useId, useState } from 'react';

import { createEventBus } from '../bridge/event-bus';
import { useSession } from '../session';
import { type AppModule, readPanelStatus, type PanelStatus } from '../site-client';
import { ForgeFrame } from './forge-frame';

/** How Jira colours lozenges, in the colours that the site has for statuses. */
const CATEGORY: Readonly<Record<PanelStatus['type'], string>> = {
  default: 'new',
  new: 'new',
  inprogress: 'indeterminate',
  moved: 'moved',
  removed: 'removed',
  success: 'done',
};

interface PanelProps {
  readonly module: AppModule;
  readonly issueKey: string;
  /** Another whenever the issue was changed. */
  readonly updated: string;
  readonly issueId: string;
}

/** One collapsible panel of an app: closed at first, and then its status is asked for, as in Jira. */
function AppPanel({ module, issueKey, issueId, updated }: PanelProps) {
  const { session } = useSession();
  const [isOpen, setOpen] = useState(false);
  const [status, setStatus] = useState<PanelStatus | null>(null);
  const [productEvents] = useState(createEventBus);
  const body = useId();
  const projectKey = issueKey.replace(/-\d+$/, '');
  const { key: moduleKey } = module;

  useEffect(() => {
    if (isOpen) return undefined;
    let isWanted = true;
    readPanelStatus({ moduleKey, projectKey, boardId: null, issueKey }).then(
      (answer) => {
        if (isWanted) setStatus(answer);
      },
      () => {
        if (isWanted) setStatus(null);
      },
    );
    return () => {
      isWanted = false;
    };
  }, [isOpen, moduleKey, projectKey, issueKey, updated]);

  useEffect(() => {
    productEvents.emit('JIRA_ISSUE_CHANGED', {
      issueId,
      changes: [{ changeType: 'updated', atlassianId: session.accountId }],
    });
  }, [productEvents, issueId, updated, session.accountId]);

  const label = module.label ?? module.title;
  return (
    <section className="app-panel" aria-label={label}>
      <h2>
        <button
          type="button"
          className="app-panel-head"
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          <span>{label}</span>
          {status && !isOpen && (
            <span className="lozenge" data-category={CATEGORY[status.type]}>
              {status.label}
            </span>
          )}
        </button>
      </h2>
      <div id={body} hidden={!isOpen}>
        {isOpen && (
          <ForgeFrame
            module={module}
            place={{ moduleKey, projectKey, boardId: null, issueKey }}
            isFilling={false}
            productEvents={productEvents}
          />
        )}
      </div>
    </section>
  );
}

/** The panels of apps on an issue's page, below its fields. */
export function AppPanels(props: Omit<PanelProps, 'module'>) {
  const { session } = useSession();
  const modules = session.modules.filter(({ place }) => place === 'issue');
  return modules.map((module) => (
    <AppPanel key={`${module.key} ${props.issueKey}`} module={module} {...props} />
  ));
}
