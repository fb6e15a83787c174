import type { Instant } from '#src/domain/risk/calendar';
import type { RegisterEvent } from '#src/domain/risk/register-change';
import type { Register } from '#src/domain/risk/register';
import type { RiskEvent } from '#src/domain/risk/risk-event';
import type { Risk } from '#src/domain/risk/risk';
import type { RegisterSummary } from '#src/domain/risk/summary';
import type { TrendPoint } from '#src/domain/risk/trend';

/** The macro that a register is made in: one macro of one page has one register. */
export interface MacroPlace {
  readonly pageId: string;
  /** The macro's id on its page; a copied page has macros with the same ones. */
  readonly localId: string;
}

/** A copy of another register's risks that is under way: it goes on after the risk with that number. */
export interface Copying {
  readonly registerId: string;
  readonly afterNumber: number;
}

/**
 * An event that was written lately, kept beside the register: what lists answer may be some seconds old. `event` is null for
 * one that is too large to be kept here.
 */
export interface RecentEvent {
  readonly riskId: string;
  readonly version: number;
  readonly at: Instant;
  readonly event: RiskEvent | null;
}

/** A register with what is kept about it. */
export interface RegisterRecord extends MacroPlace {
  readonly register: Register;
  readonly spaceId: string;
  readonly createdAt: Instant;
  /** One more with every write to the register, its risks or its history: writes happen one after the other. */
  readonly revision: number;
  /** Risks that are not deleted. */
  readonly count: number;
  /** Risks that were removed for good, long after they were deleted: their numbers stay taken. */
  readonly removed: number;
  /** The versions of all risks that are stored, added up, so that a reading shows whether it is whole. */
  readonly versions: number;
  readonly isReminding: boolean;
  /** Keys of suggestions that were accepted or dismissed. */
  readonly settledKeys: readonly string[];
  readonly copying: Copying | null;
  readonly recent: readonly RecentEvent[];
}

/** What pages over many registers read of one. */
export interface SummaryRecord extends MacroPlace {
  readonly spaceId: string;
  readonly summary: RegisterSummary;
  readonly trend: readonly TrendPoint[];
}

/** A register as it is opened. */
export interface RegisterReading {
  readonly record: RegisterRecord;
  /** By number, deleted ones too. */
  readonly risks: readonly Risk[];
  /** Risks that are stored and could not be read, or did not arrive. */
  readonly unread: number;
  /** Whether some risk is known to be newer than the reading shows it. */
  readonly isBehind: boolean;
  /** Those that were made after the register's last review ended; newest first. None before the first review. */
  readonly events: readonly RiskEvent[];
}

/** What a change starts from: read by key, so that it is what is stored now. */
export interface ChangeBasis {
  readonly record: RegisterRecord;
  /** null where there is none that can be read: then it is made anew from the risks. */
  readonly summary: SummaryRecord | null;
  /** By id; a risk that does not exist is missing. */
  readonly risks: ReadonlyMap<string, Risk>;
}

/** A change of one risk, to be stored with its entry in the history. */
export interface RiskWrite {
  /** null for a new risk. */
  readonly before: Risk | null;
  readonly after: Risk;
  readonly event: RiskEvent;
}

/** All that one change writes: everything or nothing of it. */
export interface RegisterWrite {
  readonly before: RegisterRecord;
  /** Its `revision`, `versions` and `recent` are for the store to set. */
  readonly after: RegisterRecord;
  readonly summary: SummaryRecord;
  readonly risks: readonly RiskWrite[];
  readonly event: RegisterEvent | null;
}

/** At most so many risks are written at once: a transaction of the platform has 25 operations. */
export const RISKS_AT_ONCE = 11;

/** A page of history, newest first. */
export interface HistoryPage {
  readonly events: readonly RiskEvent[];
  readonly registerEvents: readonly RegisterEvent[];
  readonly cursor: string | null;
}

/** That a macro shows the register of another page, because somebody chose so. */
export interface ShownRegister extends MacroPlace {
  readonly registerId: string;
}

/** Where registers are kept. Every function throws an Error when the storage does not answer. */
export interface RegisterStore {
  /** The id that a register of this macro has or would have. */
  readonly idOf: (place: MacroPlace) => string;
  /** The id that a risk's copy in another register has: the same however often it is copied. */
  readonly copyIdOf: (registerId: string, riskId: string) => string;
  /** Null where there is none. @throws StoredShapeError when it cannot be read. */
  readonly load: (registerId: string) => Promise<RegisterRecord | null>;
  /** With all its risks; null where there is none. */
  readonly read: (registerId: string) => Promise<RegisterReading | null>;
  /** @throws StoredShapeError when the register or one of the risks cannot be read. */
  readonly loadForChange: (registerId: string, riskIds: readonly string[]) => Promise<ChangeBasis | null>;
  /** Makes a register where there is none; false where there is one. */
  readonly create: (record: RegisterRecord) => Promise<boolean>;
  /** False, and nothing written, when somebody else wrote to the register meanwhile. */
  readonly commit: (write: RegisterWrite) => Promise<boolean>;
  /** Registers of macros with this id, whatever their page, oldest first; at most 25. */
  readonly findByLocalId: (localId: string) => Promise<readonly RegisterRecord[]>;
  /** The entries of one risk's history from one version to another, both included, oldest first. */
  readonly loadEvents: (
    registerId: string,
    riskId: string,
    from: number,
    to: number,
  ) => Promise<readonly RiskEvent[]>;
  readonly eventsSince: (record: RegisterRecord, since: Instant) => Promise<readonly RiskEvent[]>;
  /** @throws BadCursorError for a cursor that was not given by an earlier page. */
  readonly listHistory: (record: RegisterRecord, cursor: string | null) => Promise<HistoryPage>;
  readonly loadShown: (place: MacroPlace) => Promise<ShownRegister | null>;
  readonly saveShown: (shown: ShownRegister) => Promise<void>;
  readonly loadSummaries: (registerIds: readonly string[]) => Promise<readonly SummaryRecord[]>;
  /** A page of all registers of a space, or of the site; the cursor is null after the last one. */
  readonly listSummaries: (
    spaceId: string | null,
    cursor: string | null,
  ) => Promise<{ readonly summaries: readonly SummaryRecord[]; readonly cursor: string | null }>;
  readonly listReminding: (
    cursor: string | null,
  ) => Promise<{ readonly records: readonly RegisterRecord[]; readonly cursor: string | null }>;
  /** True for whoever comes first, and for nobody else until seven days after `at`: one reminder of a register a week. */
  readonly claimReminder: (registerId: string, at: Instant) => Promise<boolean>;
}

/** A value in storage that cannot be read. It stays where it is. The message says where, and nothing of its content. */
export class StoredShapeError extends Error {
  override readonly name = 'StoredShapeError';
}

/** A cursor that no page gave. */
export class BadCursorError extends Error {
  override readonly name = 'BadCursorError';
}
