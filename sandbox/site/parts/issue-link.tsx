import type { ReactNode } from 'react';

import { issuePath } from '../routing';
import { useSession } from '../session';
import { Link } from './link';

/** A link to an issue: to its page here, or on a site of one's own to the real one, in another tab. */
export function IssueLink({
  issueKey,
  className,
  children,
}: {
  readonly issueKey: string;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const { ownSite } = useSession().session;
  const path = issuePath(issueKey);
  if (ownSite === null) {
    return (
      <Link href={path} className={className}>
        {children}
      </Link>
    );
  }
  return (
    <a href={ownSite.address + path} className={className} target="_blank" rel="noopener">
      {children}
    </a>
  );
}
