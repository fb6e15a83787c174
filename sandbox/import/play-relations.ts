import { linkTypeId } from '#sandbox/import/catalogue';
import type { Skipped } from '#sandbox/import/import-error';
import { toAdf, type Placed, type Scene } from '#sandbox/import/play-issues';

/** How issues of the file find each other: by key, and by Jira's id where the file has it. */
export type FindId = (keyOrId: string) => string | undefined;

type Entries = readonly { readonly placed: Placed; readonly id: string }[];

function noteMissing(skipped: Skipped[], line: number, what: string, target: string): void {
  skipped.push({ line, reason: `${what} ${target} left out: that issue is not in the file.` });
}

/** Links, parents and comments, once all issues are there. What points out of the file is noted in `skipped`. */
export function playRelations(scene: Scene, entries: Entries, find: FindId, onPlain: () => void): Skipped[] {
  const { site, people, leadAccountId, now } = scene;
  const skipped: Skipped[] = [];
  const parents = parentsIn(entries, find);
  for (const { placed, id } of entries) {
    const { issue } = placed;
    for (const { isOutward, type, target } of issue.links) {
      const other = find(target);
      if (other === undefined) noteMissing(skipped, issue.line, `Link (${type}) to`, target);
      else if (other !== id) {
        const [inward, outward] = isOutward ? [id, other] : [other, id];
        site.linkIssues(linkTypeId(site, type), inward, outward, { by: leadAccountId, at: now });
      }
    }
    for (const comment of issue.comments) {
      const body = toAdf(scene, comment.text, onPlain);
      if (body === null) continue;
      const by =
        comment.author === null ? leadAccountId : people.accountOf({ name: comment.author, id: null });
      site.addComment(id, body, { by, at: Math.min(now, comment.created ?? now) });
    }
    if (issue.parent !== null && find(issue.parent) === undefined) {
      noteMissing(skipped, issue.line, 'Parent', issue.parent);
    } else if (issue.parent !== null && parents.get(id) === undefined) {
      skipped.push({
        line: issue.line,
        reason: `Parent ${issue.parent} left out: it is below the issue itself.`,
      });
    }
  }
  return skipped;
}

/** The parents in the file, by issue. One that is below its own child is left out. */
function parentsIn(entries: Entries, find: FindId): ReadonlyMap<string, string> {
  const named = new Map(
    entries.flatMap(({ placed, id }): [string, string][] => {
      const parent = placed.issue.parent === null ? undefined : find(placed.issue.parent);
      return parent === undefined ? [] : [[id, parent]];
    }),
  );
  const isBelowItself = (id: string) => {
    const seen = new Set<string>();
    for (let above = named.get(id); above !== undefined && !seen.has(above); above = named.get(above)) {
      if (above === id) return true;
      seen.add(above);
    }
    return false;
  };
  return new Map([...named].filter(([id]) => !isBelowItself(id)));
}

/** Sets what an issue has had all along without a trace in its change log: parent, flag, resolution, last update. */
export function settleRecords(scene: Scene, entries: Entries, find: FindId): void {
  const { site, now } = scene;
  const parents = parentsIn(entries, find);
  const resolutions = new Map([...site.all('resolutions')].map(({ name, id }) => [name.toLowerCase(), id]));
  for (const { placed, id } of entries) {
    const record = site.issue(id);
    if (record === undefined) continue;
    const { issue } = placed;
    const resolution = resolutions.get(issue.resolution?.toLowerCase().replace('\u2019', "'") ?? '');
    site.put('issues', {
      ...record,
      parentId: parents.get(id) ?? null,
      isFlagged: issue.isFlagged,
      resolutionId: record.resolutionId === null ? null : (resolution ?? record.resolutionId),
      updated: Math.min(now, issue.updated ?? Math.max(placed.created, issue.resolved ?? 0)),
    });
  }
}
