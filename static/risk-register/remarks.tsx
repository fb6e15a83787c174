import { LIMITS } from '#src/domain/risk/limits';

import { useDesk, type ReadOnly } from './desk';
import { NEW, useNav } from './nav';
import { useRiskWords } from './words/risk-words';
import { usePlatform } from '../ui/bridge-context';
import type { MessageId } from '../ui/locale';

const WHY = {
  editor: 'risk.read-only.editor',
  elsewhere: 'risk.read-only.elsewhere',
  copied: 'risk.read-only.elsewhere',
  unlicensed: 'risk.read-only.unlicensed',
  anonymous: 'risk.read-only.anonymous',
  viewer: 'risk.read-only.viewer',
} satisfies Record<Exclude<ReadOnly, null>, MessageId>;

/** A page's address, opened through Confluence. */
function usePageLink() {
  const { bridge, context } = usePlatform();
  return (pageId: string) => {
    const path = `/wiki/pages/viewpage.action?pageId=${encodeURIComponent(pageId)}`;
    return {
      href: `${context.siteUrl}${path}`,
      target: '_blank',
      rel: 'noopener',
      onClick: (event: { readonly preventDefault: () => void }) => {
        event.preventDefault();
        void bridge.open(path);
      },
    };
  };
}

/** What a reader should know before the verdict: why nothing can be changed, what is unsaved, what is missing. */
export function Remarks() {
  const { say, show, key } = useRiskWords();
  const { readOnly, opened, risks, mitigations, byId } = useDesk();
  const { drafts, go } = useNav();
  const linkTo = usePageLink();
  const { original } = opened;
  const hasIssues = risks.some(({ issueIds }) => issueIds.length > 0);
  return (
    <>
      {readOnly !== null && (
        <p className="remark">
          {say(WHY[readOnly])}{' '}
          {readOnly === 'elsewhere' && original !== null && (
            <a {...linkTo(original.pageId)}>{original.title ?? say('risk.read-only.original')}</a>
          )}
        </p>
      )}
      {[...drafts.keys()].map((id) => (
        <p key={id} className="remark remark--draft">
          {id === NEW ? say('risk.draft.new') : say('risk.draft.of', { risk: key(id) })}{' '}
          <button
            type="button"
            className="link-button"
            data-focus={`draft-${id}`}
            onClick={() => {
              go(id === NEW || !byId.has(id) ? { kind: 'new-risk' } : { kind: 'risk', riskId: id });
            }}
          >
            {say('risk.draft.open')}
          </button>
        </p>
      ))}
      {risks.length >= LIMITS.risksInRegister && (
        <p className="remark">{show('risk.limit.full', { limit: LIMITS.risksInRegister })}</p>
      )}
      {opened.unread !== undefined && (
        <p className="remark">{say('risk.unread', { count: opened.unread })}</p>
      )}
      {mitigations === null && hasIssues && <p className="remark">{say('risk.no-jira')}</p>}
    </>
  );
}
