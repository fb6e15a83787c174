import { JqlError } from '#sandbox/jira/jql/error';
import type { JiraSite } from '#sandbox/jira/site.types';

/** The ids of the issues that an issue is linked to; `words` is a link description such as "is blocked by". */
export function linkedIssues(site: JiraSite, issueId: string, words: string | undefined): string[] {
  const types = [...site.all('linkTypes')];
  const isKnown = types.some(({ inward, outward }) => words === inward || words === outward);
  if (words !== undefined && !isKnown) {
    throw new JqlError([`Issue link type '${words}' could not be found in function 'linkedIssues'.`]);
  }
  return site.linksOf(issueId).flatMap((link) => {
    const type = types.find(({ id }) => id === link.typeId);
    const isInward = link.inwardIssueId === issueId;
    // The inward issue reads the outward words: A "blocks" B.
    const said = isInward ? type?.outward : type?.inward;
    if (words !== undefined && words !== said) return [];
    return [isInward ? link.outwardIssueId : link.inwardIssueId];
  });
}
