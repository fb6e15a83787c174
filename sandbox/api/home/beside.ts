import { Refusal } from '#sandbox/api/exchange';
import { ISSUE } from '#sandbox/api/issue-place';
import type { LocalSite } from '#sandbox/api/local-site';
import { createWikiViewer } from '#sandbox/confluence/permissions';
import type { BesideChat } from '#sandbox/forge/rovo';

/**
 * What the product tells an action of the page beside the chat, for somebody who may see it.
 * @throws Refusal 404 for an issue or a page that is not there for them.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/rovo-action/#jira-issue-example
 */
export async function besideOf(
  site: Pick<LocalSite, 'handle' | 'wiki' | 'url'>,
  accountId: string,
  { issueKey, pageId }: { readonly issueKey?: string | undefined; readonly pageId?: string | undefined },
): Promise<BesideChat> {
  if (issueKey !== undefined) {
    const { status, body } = await site.handle({
      method: 'GET',
      path: `/rest/api/3/issue/${encodeURIComponent(issueKey)}?fields=issuetype,project`,
      headers: {},
      body: undefined,
      accountId,
      caller: 'site',
      scopes: null,
    });
    if (status !== 200) throw new Refusal(404, `No issue ${issueKey} for this user.`);
    const { id, key, fields } = ISSUE.parse(JSON.parse(body));
    const { issuetype, project } = fields;
    return {
      jira: {
        url: `${site.url}/browse/${key}`,
        resourceType: 'issue',
        issueKey: key,
        issueId: Number(id),
        issueType: issuetype.name,
        issueTypeId: Number(issuetype.id),
        projectKey: project.key,
        projectId: Number(project.id),
      },
    };
  }
  if (pageId === undefined) return {};
  const page = site.wiki.get('pages', pageId);
  if (!page || !createWikiViewer(site.wiki, accountId).canView(page)) {
    throw new Refusal(404, `No page ${pageId} for this user.`);
  }
  const space = site.wiki.space(page.spaceId);
  return {
    confluence: {
      url: `${site.url}/wiki/spaces/${space.key}/pages/${page.id}`,
      resourceType: 'page',
      contentId: page.id,
      spaceKey: space.key,
      spaceId: space.id,
    },
  };
}
