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

export const SET_REMINDER_REQUEST = z.object({ isOn: z.boolean() });
export const SET_REMINDER_RESPONSE = z.object({ isReminding: z.boolean() });

export const REGISTER_NOTHING = NOTHING;

export type OpenedRegister = z.infer<typeof OPEN_REGISTER_RESPONSE>;
export type RiskChangeAnswer = z.infer<typeof CHANGE_ANSWER>;
