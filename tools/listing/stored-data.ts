/** What a kind of stored row is, to somebody who must answer for it. */
export interface StoredRows {
  readonly what: string;
  /** What of it says something about a person; `nothing` where there is none. */
  readonly people: string;
  readonly kept: string;
}

const VIEWER =
  'Under a key made of a digest of the account: it tells who looked only to somebody who knows the account';

/** What each entity of the manifest holds. One without a description fails the tests. */
export const STORED: Readonly<Record<string, StoredRows>> = {
  'sprint-outcome': {
    what: 'What a closed sprint delivered, in numbers, as one viewer sees it',
    people: VIEWER,
    kept: '30 days',
  },
  'sprint-record': {
    what: 'What a closed sprint planned and delivered by its change logs, in numbers and issue ids, as one viewer sees it',
    people: VIEWER,
    kept: 'until the app is removed',
  },
  'kept-health': {
    what: "A viewer's last answer for a board: issue ids, estimates, dates and which checks fail",
    people: `The accounts of issues' assignees. ${VIEWER}`,
    kept: '7 days',
  },
  'board-settings': {
    what: 'Which checks run on a board and how, with the last changes',
    people: 'The account that made each change',
    kept: 'until the app is removed',
  },
  'setting-layer': {
    what: 'What is set for the site and for projects, with the last changes, and which project a board is in',
    people: 'The account that made each change',
    kept: 'until the app is removed',
  },
  'sprint-notes': {
    what: 'How many people are there in a sprint, their days off in all, and which epic or label serves its goal, with the last changes',
    people: 'The account that made each change',
    kept: 'until the app is removed',
  },
  register: {
    what: "A risk register's settings, its last review and last events",
    people: 'Accounts that reviewed or changed it',
    kept: 'until the app is removed',
  },
  risk: {
    what: 'A risk as the team wrote it: statement, plan, mitigating issues, scores, dates',
    people: 'The accounts of its owner and of who accepted it; and whatever people write into it',
    kept: 'until it is deleted, and 90 days more',
  },
  'risk-mitigation': {
    what: 'That an issue was named as a mitigation of a risk, so that the issue finds it: ids only',
    people: 'nothing',
    kept: 'until the app is removed',
  },
  'risk-event': {
    what: 'What was changed on a risk or a register, with both values',
    people: 'The account that made the change',
    kept: 'as long as its risk or register',
  },
  'register-summary': {
    what: 'Counts, levels and dates of a register, for the pages over many',
    people: "The accounts of risks' owners",
    kept: 'as long as its register',
  },
  'shown-register': {
    what: 'That a copied page shows the register of another page',
    people: 'nothing',
    kept: 'until the app is removed',
  },
  'risk-reminder': {
    what: 'When a register last sent its reminder',
    people: 'nothing',
    kept: 'until the app is removed',
  },
  'pre-mortem-entry': {
    what: 'Reasons collected in a pre-mortem, without names and in no order of time',
    people:
      'A digest of the account for each like, so that nobody likes a reason twice: no name, but whoever knows an account can look for it',
    kept: 'until the app is removed',
  },
  'watched-board': {
    what: 'That somebody opened a board, and on which day it was last opened; not who',
    people: 'nothing',
    kept: '30 days',
  },
  'board-day': {
    what: 'Runway, ready points and depth of a board on a day',
    people: 'nothing',
    kept: '180 days',
  },
  'flag-freeze': {
    what: "What the checks said of a sprint's issues when it started: issue ids, estimates, checks",
    people: 'nothing',
    kept: 'until the app is removed',
  },
  'flag-tally': {
    what: 'How flagged and other issues of a closed sprint fared, in counts, as one viewer sees them',
    people: VIEWER,
    kept: 'until the app is removed',
  },
};
