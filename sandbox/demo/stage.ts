import { demoMention, demoUser, type PersonKey } from '#sandbox/demo/people';
import type { IssuePlan } from '#sandbox/demo/plan.types';
import { createTimeline, type Calendar, type Timeline } from '#sandbox/demo/timeline';
import { wikiToAdf } from '#sandbox/import/wiki-to-adf';
import type { Adf, Issue } from '#sandbox/jira/model';
import type { JiraSite } from '#sandbox/jira/site.types';

/** What the demo's plans are played with: the site, the time, and which issue each name became. */
export interface Stage {
  readonly site: JiraSite;
  readonly calendar: Calendar;
  readonly timeline: Timeline;
  /** Remembers which issue a plan became. */
  name(ref: string, issue: Issue): void;
  /** The issue of a plan, as it is now. @throws Error when the plan has not been played yet. */
  issue(ref: string): Issue;
}

/** Sets the stage on a site, with no issue named yet. */
export function createStage(site: JiraSite, calendar: Calendar): Stage {
  const ids = new Map<string, string>();
  return {
    site,
    calendar,
    timeline: createTimeline(),
    name: (ref, issue) => {
      if (ids.has(ref)) throw new Error(`Two plans of the demo are called ${ref}.`);
      ids.set(ref, issue.id);
    },
    issue(ref) {
      const issue = site.issue(ids.get(ref) ?? '');
      if (issue === undefined) throw new Error(`The demo has no issue ${ref} at this point.`);
      return issue;
    },
  };
}

export const accountOf = (key: PersonKey): string => demoUser(key).accountId;

/** A plan's text as a document; null when there is none. */
export function document(text: IssuePlan['text']): Adf | null {
  return typeof text === 'object' ? text : wikiToAdf(text ?? '', demoMention).adf;
}
