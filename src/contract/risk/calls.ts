import { z } from 'zod';

import {
  MITIGATION,
  NEW_ORIGIN,
  REGISTER,
  REGISTER_EVENT,
  REGISTER_FIELDS,
  REVIEW_SESSION,
  RISK,
  RISK_CHANGE,
  RISK_EVENT,
  RISK_FIELDS,
  RISK_ID,
  RISK_INSTANT,
} from '#src/contract/risk/register';

/**
 * Which macro a call comes from is never in its payload: page, space and the macro's own id are taken from what the platform
 * says about the invocation.
 */
const NOTHING = z.object({});

const VERSION = z.number().int().positive();

/** Where the macro's register is. `copied`: this page is a copy, and the register belongs to another page. */
export const REGISTER_PLACE = z.enum(['new', 'here', 'copied', 'shown-from-elsewhere']);

export const OPEN_REGISTER_RESPONSE = z.object({
  place: REGISTER_PLACE,
  /** The page it belongs to, when that is another one; title null where the viewer may not see it. */
  original: z
    .object({
      pageId: z.string(),
      title: z.string().nullable(),
      /** How many risks it has that are not deleted. */
      count: z.number().int().nonnegative().nullable(),
    })
    .nullable(),
  /** As it comes where there is none yet; null where the viewer may not see the original's. */
  register: REGISTER.nullable(),
  /** All of them, deleted ones that can be restored too. */
  risks: z.array(RISK),
  /** History since the register's last review; empty before the first. */
  events: z.array(RISK_EVENT),
  /** By issue id; null where Jira is not there, or did not answer in time. */
  mitigations: z.array(MITIGATION).nullable(),
  /** Whether each account that the register names is active; those not known are missing. */
  accounts: z.array(z.object({ accountId: z.string(), isActive: z.boolean() })),
  canEdit: z.boolean(),
  isLicensed: z.boolean(),
  isReminding: z.boolean(),
  /** Stored risks that could not be read; absent when all could. */
  unread: z.number().int().positive().optional(),
  /** Risks whose plan is not in this answer, which would be too large; absent when all are. Their history has it. */
  plansLeftOut: z.array(RISK_ID).optional(),
  /** Keys of suggestions that were accepted or dismissed; absent when none was. */
  settledKeys: z.array(z.string()).optional(),
  /** The viewer's account; null for an anonymous one. */
  viewer: z.string().nullable(),
  /** The viewer's day. */
  today: z.string(),
  asOf: z.string(),
});

const CHANGED = z.object({ risk: RISK, event: RISK_EVENT });

/** What became of a change. On `conflict` nothing was stored: `theirs` is the risk as it is now. */
export const CHANGE_ANSWER = z.discriminatedUnion('result', [
  CHANGED.extend({
    result: z.literal('changed'),
    /** Of the register's suggestions, where the change opened or settled one. */
    settledKeys: z.array(z.string()).optional(),
  }),
  z.object({ result: z.literal('same'), risk: RISK }),
  z.object({ result: z.literal('conflict'), theirs: RISK }),
  z.object({ result: z.literal('invalid'), problems: z.array(z.looseObject({ kind: z.string() })) }),
  z.object({ result: z.literal('refused'), refusal: z.looseObject({ kind: z.string() }) }),
]);

export const CREATE_RISKS_REQUEST = z.object({
  /** Ids are the screen's, so that sending twice makes one risk. */
  risks: z
    .array(z.object({ id: RISK_ID, fields: RISK_FIELDS, origin: NEW_ORIGIN }))
    .min(1)
    .max(20),
});

export const CREATE_RISKS_RESPONSE = z.object({
  /** The register after it, since a risk takes its next number. */
  register: REGISTER,
  /** In the order asked. */
  answers: z.array(CHANGE_ANSWER),
});

export const CHANGE_RISK_REQUEST = z.object({ riskId: RISK_ID, version: VERSION, change: RISK_CHANGE });

export const CHANGE_REGISTER_REQUEST = z.object({ version: VERSION, patch: REGISTER_FIELDS.partial() });

export const CHANGE_REGISTER_RESPONSE = z.discriminatedUnion('result', [
  z.object({ result: z.literal('changed'), register: REGISTER }),
  z.object({ result: z.literal('same'), register: REGISTER }),
  z.object({ result: z.literal('conflict'), register: REGISTER }),
  z.object({ result: z.literal('invalid'), problems: z.array(z.looseObject({ kind: z.string() })) }),
]);

export const END_REVIEW_REQUEST = z.object({ startedAt: RISK_INSTANT });

/** `session` is null when nobody looked at anything: then nothing is stored. */
export const END_REVIEW_RESPONSE = z.object({ register: REGISTER, session: REVIEW_SESSION.nullable() });

/** `copy` makes risks of its own on this page; `show` shows the original here, read only. */
export const ADOPT_REGISTER_REQUEST = z.object({ how: z.enum(['copy', 'show', 'start-empty']) });

/** History, newest first: of one risk, or of the register. */
export const LIST_HISTORY_REQUEST = z.object({
  riskId: RISK_ID.nullable(),
  cursor: z.string().max(4_000).nullable(),
});

export const LIST_HISTORY_RESPONSE = z.object({
  events: z.array(RISK_EVENT),
  /** The register's own history of the same time; absent when there is none, and for one risk. */
  registerEvents: z.array(REGISTER_EVENT).optional(),
  cursor: z.string().nullable(),
});

/** Keys are those of `suggestRisks`: a suggestion that is dismissed is not made again. */
export const DISMISS_SUGGESTION_REQUEST = z.object({ key: z.string().min(1).max(300) });
export const DISMISS_SUGGESTION_RESPONSE = z.object({
  /** The register after it, since the dismissal is an entry of its history. */
  register: REGISTER,
  settledKeys: z.array(z.string()),
});

const SUGGESTION = {
  /** The same as long as it is the same risk. */
  key: z.string(),
  /** What an accepted suggestion starts from; its title is the screen's. */
  draft: RISK_FIELDS.pick({ categoryId: true, probability: true, impact: true, issueIds: true }),
};

/** A risk that a board suggests, with what it was seen by. Amounts are in the answer's unit. */
export const SUGGESTED_RISK = z.discriminatedUnion('kind', [
  z.object({
    ...SUGGESTION,
    kind: z.literal('below-two-sprints'),
    evidence: z.object({
      boardId: z.number().int(),
      /** In sprints of demand. */
      runway: z.object({ p50: z.number(), p85: z.number(), isLowerBound: z.boolean() }),
      /** Ready from the top down to the first hole. */
      depth: z.object({ amount: z.number(), items: z.number().int() }),
    }),
  }),
  z.object({
    ...SUGGESTION,
    kind: z.literal('blocked-chain'),
    /** Issue ids. The root is the one for which all others wait; in a ring, all wait for each other. */
    evidence: z.object({
      boardId: z.number().int(),
      rootId: z.string(),
      blockedIds: z.array(z.string()),
      isRing: z.boolean(),
    }),
  }),
  z.object({
    ...SUGGESTION,
    kind: z.literal('one-person'),
    /** `share` is a fraction of `total`. */
    evidence: z.object({
      boardId: z.number().int(),
      sprintId: z.number().int(),
      accountId: z.string(),
      points: z.number(),
      total: z.number(),
      share: z.number(),
    }),
  }),
]);

/** Why a board suggests nothing; `no-jira`: Jira is not there, or does not answer. */
export const WHY_NO_SUGGESTIONS = z.enum(['no-board', 'no-jira', 'no-access', 'too-little-history']);

export const SUGGEST_RISKS_RESPONSE = z.discriminatedUnion('result', [
  z.object({
    result: z.literal('suggested'),
    boardId: z.number().int(),
    boardName: z.string(),
    unit: z.enum(['points', 'items']),
    /** ISO 8601 instant at which Jira was read. */
    asOf: z.string(),
    /** Those that were neither accepted nor dismissed. */
    suggestions: z.array(SUGGESTED_RISK),
    /** Keys of the issues that they speak of, by id. */
    issueKeys: z.record(z.string(), z.string()),
  }),
  z.object({
    result: z.literal('none'),
    boardId: z.number().int().nullable(),
    reason: WHY_NO_SUGGESTIONS,
  }),
]);

export type SuggestRisksAnswer = z.infer<typeof SUGGEST_RISKS_RESPONSE>;
export type SuggestedRisk = z.infer<typeof SUGGESTED_RISK>;

export const SET_REMINDER_REQUEST = z.object({ isOn: z.boolean() });
export const SET_REMINDER_RESPONSE = z.object({ isReminding: z.boolean() });

const REASON = z.object({
  id: z.string(),
  text: z.string(),
  likes: z.number().int(),
  isLikedByViewer: z.boolean(),
  reasonIds: z.array(z.string()),
  riskIds: z.array(z.string()),
});

export const READ_PRE_MORTEM_RESPONSE = z.object({ reasons: z.array(REASON) });

export const WRITE_PRE_MORTEM_REQUEST = z.object({
  entry: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('reason'), id: z.uuid(), text: z.string().max(4_000) }),
    z.object({ kind: z.literal('like'), reasonId: z.uuid(), isLiked: z.boolean() }),
    z.object({
      kind: z.literal('merge'),
      id: z.uuid(),
      reasonIds: z.array(z.uuid()).min(2).max(50),
      text: z.string().max(400).nullable(),
    }),
    z.object({ kind: z.literal('risk'), reasonId: z.uuid(), riskId: RISK_ID }),
  ]),
});

export const WRITE_PRE_MORTEM_RESPONSE = z.discriminatedUnion('result', [
  READ_PRE_MORTEM_RESPONSE.extend({ result: z.literal('written') }),
  z.object({ result: z.literal('invalid'), problem: z.looseObject({ kind: z.string() }) }),
]);

export const REGISTER_NOTHING = NOTHING;

export type OpenedRegister = z.infer<typeof OPEN_REGISTER_RESPONSE>;
export type RiskChangeAnswer = z.infer<typeof CHANGE_ANSWER>;
