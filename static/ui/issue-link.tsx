import type { MouseEvent, ReactNode } from 'react';

import { usePlatform } from './bridge-context';

/**
 * What a link to an issue needs: the address for the browser's own ways of opening links, and a handler that opens a
 * plain click through Jira, since the screen sits in a frame of another site.
 */
export function useIssueLink(): (key: string) => {
  readonly href: string;
  readonly target: '_blank';
  readonly rel: string;
  readonly onClick: (event: MouseEvent) => void;
} {
  const { bridge, context } = usePlatform();
  return (key) => {
    const path = `/browse/${encodeURIComponent(key)}`;
    return {
      href: `${context.siteUrl}${path}`,
      target: '_blank',
      rel: 'noopener',
      onClick: (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        void bridge.open(path);
      },
    };
  };
}

/** A link that opens the issue in a new tab. */
export function IssueLink({
  issueKey,
  className,
  children,
}: {
  readonly issueKey: string;
  readonly className?: string;
  readonly children?: ReactNode;
}) {
  const linkTo = useIssueLink();
  return (
    <a className={className} {...linkTo(issueKey)}>
      {children ?? issueKey}
    </a>
  );
}
