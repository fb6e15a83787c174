import type { Call, RequestOf, ResponseOf } from '#src/contract/index';
import type { Answer, Failure } from '#src/contract/outcome';
import { applyChange, createRisk, type RiskChange } from '#src/domain/risk/apply-change';
import { applyRegisterChange } from '#src/domain/risk/register-change';
import { newReason, readPreMortem, type PreMortemEntry } from '#src/domain/risk/pre-mortem';
import { newRegister, type Register } from '#src/domain/risk/register';
import { restore } from '#src/domain/risk/replay';
import { recordSession } from '#src/domain/risk/review-session';
import { settledAfter, turnOf } from '#src/domain/risk/settled';
import { fieldsOf, type Act, type Risk, type RiskFields } from '#src/domain/risk/risk';
import type { RiskEvent } from '#src/domain/risk/risk-event';

import type { Mitigation } from '../../../static/risk-register/state/opened';
import type { Bridge, ScreenContext } from '../../../static/ui/bridge';

/** People of the site, by account. */
export const PEOPLE: Readonly<Record<string, string>> = {
  maria: 'Maria Keller',
  jonas: 'Jonas Adeyemi',
  petra: 'Petra Novak',
  sam: 'Sam Okafor',
  noor: "Noor O'Hara",
};

/** How one user meets the register. */
export interface Visitor {
  /** null for an anonymous one. */
  readonly accountId: string | null;
  readonly canEdit: boolean;
}

type Place = ResponseOf<'open-register'>['place'];

export interface FakeRegisterStart {
  readonly fields?: readonly RiskFields[];
  readonly register?: Partial<Register>;
  readonly place?: Place;
  readonly original?: ResponseOf<'open-register'>['original'];
  readonly isLicensed?: boolean;
  readonly mitigations?: readonly Mitigation[] | null;
  readonly today?: string;
}

/** As the domain has it; the contract's shapes are the same. */
export type OpenedFake = Omit<
  ResponseOf<'open-register'>,
  'register' | 'risks' | 'events' | 'mitigations'
> & {
  readonly register: Register | null;
  readonly risks: readonly Risk[];
  readonly events: readonly RiskEvent[];
  readonly mitigations: readonly Mitigation[] | null;
};

type Fault = Partial<Failure> & Pick<Failure, 'code'>;

/**
 * A register in memory that every visitor shares, answering as the backend does: the rules are the domain's own. Time stands still
 * until a test moves it.
 */
export class FakeRegister {
  register: Register;
  risks: Risk[] = [];
  events: RiskEvent[] = [];
  place: Place;
  today: string;
  isLicensed: boolean;
  isReminding = false;
  settledKeys: readonly string[] = [];
  /** What Jira suggests, those that are settled included. */
  suggested: ResponseOf<'suggest-risks'> | null = null;
  mitigations: readonly Mitigation[] | null;
  original: ResponseOf<'open-register'>['original'];
  readonly entries: PreMortemEntry[] = [];
  readonly deactivated = new Set<string>();
  /** What the next searches for people wait for: one that rejects is a search that Confluence refuses. */
  readonly searches: (() => Promise<unknown>)[] = [];
  /** The next calls of that name fail so, one fault each. */
  readonly faults = new Map<Call, (Fault | 'lost' | 'lost-after')[]>();
  readonly asked: { readonly by: string | null; readonly call: Call; readonly payload: unknown }[] = [];
  #milliseconds = 0;

  constructor(start: FakeRegisterStart = {}) {
    this.today = start.today ?? '2026-11-24';
    this.register = { ...newRegister(id('register')), ...start.register };
    this.place = start.place ?? (start.fields?.length ? 'here' : 'new');
    this.isLicensed = start.isLicensed ?? true;
    this.original = start.original ?? null;
    this.mitigations = start.mitigations === undefined ? [] : start.mitigations;
    start.fields?.forEach((fields, index) => {
      this.create('maria', id(`risk ${index + 1}`), fields, { kind: 'written' });
    });
  }

  /** A risk by its number. */
  risk(number: number): Risk {
    const found = this.risks.find((risk) => risk.number === number);
    if (found === undefined) throw new Error(`There is no R-${number}.`);
    return found;
  }

  /** Goes on to another day. */
  travel(today: string): void {
    this.today = today;
    this.#milliseconds = 0;
  }

  now(): string {
    return new Date(Date.parse(`${this.today}T09:00:00.000Z`) + this.#milliseconds).toISOString();
  }

  act(by: string): Act {
    this.#milliseconds += 1000;
    return { by, at: this.now(), on: this.today };
  }

  create(
    by: string,
    riskId: string,
    fields: RiskFields,
    origin: Extract<RiskEvent, { kind: 'created' }>['origin'],
  ) {
    const known = this.risks.find((risk) => risk.id === riskId);
    if (known !== undefined) return { result: 'same' as const, risk: known };
    const count = this.risks.filter(({ deleted }) => deleted === null).length;
    const answer = createRisk(this.register, fields, { id: riskId, origin, count }, this.act(by));
    if (answer.result === 'changed') {
      this.register = { ...this.register, nextNumber: this.register.nextNumber + 1 };
      this.risks = [...this.risks, answer.risk];
      this.events = [...this.events, answer.event];
      if (origin.kind === 'suggestion') this.settledKeys = [...this.settledKeys, origin.key];
      if (this.place === 'new') this.place = 'here';
    }
    return answer;
  }

  /** Changes a risk as it is now, whoever saw what. */
  change(by: string, riskId: string, change: RiskChange) {
    const risk = this.risks.find((each) => each.id === riskId);
    if (risk === undefined) throw new Error(`There is no risk ${riskId}.`);
    const count = this.risks.filter(({ deleted }) => deleted === null).length;
    const answer = applyChange(risk, change, this.act(by), this.register, count);
    if (answer.result === 'changed') {
      this.risks = this.risks.map((each) => (each.id === riskId ? answer.risk : each));
      this.events = [...this.events, answer.event];
      const turn = turnOf(risk, answer.risk);
      const created = this.events.find((event) => event.riskId === riskId && event.kind === 'created');
      if (turn !== null && created?.kind === 'created' && created.origin.kind === 'suggestion') {
        this.settledKeys = settledAfter(this.settledKeys, created.origin, turn);
        return { ...answer, settledKeys: this.settledKeys };
      }
    }
    return answer.result === 'same' ? { ...answer, risk } : answer;
  }

  endReview(by: string, startedAt: string) {
    const session = recordSession(this.events, startedAt, this.act(by), this.register.lastReview);
    if (session !== null) {
      const answer = applyRegisterChange(
        this.register,
        { kind: 'review-ended', session },
        session.ended,
        new Set(),
      );
      if (answer.result === 'changed') this.register = answer.register;
    }
    return { register: this.register, session };
  }

  opened({ accountId, canEdit }: Visitor): OpenedFake {
    const ended = this.register.lastReview?.ended.at ?? null;
    const isHidden = this.place === 'copied' && this.original?.title === null;
    return {
      place: this.place,
      original: this.original,
      register: isHidden ? null : this.register,
      risks: isHidden ? [] : this.risks,
      events: ended === null ? [] : this.events.filter(({ act }) => act.at > ended),
      mitigations: this.mitigations,
      accounts: Object.keys(PEOPLE).map((id) => ({ accountId: id, isActive: !this.deactivated.has(id) })),
      canEdit: canEdit && this.place !== 'shown-from-elsewhere',
      isLicensed: this.isLicensed,
      isReminding: this.isReminding,
      ...(this.settledKeys.length > 0 && { settledKeys: [...this.settledKeys] }),
      viewer: accountId,
      today: this.today,
      asOf: this.now(),
    };
  }

  /** What the backend answers to a call of one visitor. */
  answer(visitor: Visitor, call: Call, payload: unknown): unknown {
    const { accountId } = visitor;
    const by = accountId ?? 'nobody';
    const request = payload as never;
    switch (call) {
      case 'open-register':
        return this.opened(visitor);
      case 'create-risks': {
        const { risks } = request as RequestOf<'create-risks'>;
        const answers = risks.map((risk) =>
          this.create(by, risk.id, risk.fields as RiskFields, risk.origin as never),
        );
        return { register: this.register, answers };
      }
      case 'change-risk': {
        const { riskId, version, change } = request as RequestOf<'change-risk'>;
        const risk = this.risks.find((each) => each.id === riskId);
        if (risk === undefined) return null;
        if (risk.version !== version) return { result: 'conflict', theirs: risk };
        return this.change(by, riskId, this.#fullChange(riskId, change));
      }
      case 'change-register': {
        const { version, patch } = request as RequestOf<'change-register'>;
        if (version !== this.register.version) return { result: 'conflict', register: this.register };
        const used = new Set(this.risks.flatMap(({ categoryId }) => categoryId ?? []));
        const asked = { kind: 'settings', patch: patch as never } as const;
        const answer = applyRegisterChange(this.register, asked, this.act(by), used);
        if (answer.result === 'changed') this.register = answer.register;
        return answer.result === 'invalid' ? answer : { result: answer.result, register: this.register };
      }
      case 'end-review':
        return this.endReview(by, (request as RequestOf<'end-review'>).startedAt);
      case 'adopt-register': {
        const { how } = request as RequestOf<'adopt-register'>;
        this.place = how === 'show' ? 'shown-from-elsewhere' : how === 'copy' ? 'here' : 'new';
        if (how !== 'show') this.register = { ...this.register, id: id('adopted') };
        if (how === 'start-empty') {
          this.risks = [];
          this.register = newRegister(id('adopted'));
        }
        if (how === 'copy') this.risks = this.risks.map((risk) => ({ ...risk, registerId: id('adopted') }));
        return this.opened(visitor);
      }
      case 'list-history': {
        const { riskId, cursor } = request as RequestOf<'list-history'>;
        const all = this.events.filter((event) => riskId === null || event.riskId === riskId).toReversed();
        const from = Number(cursor ?? 0);
        const next = from + 20;
        return { events: all.slice(from, next), cursor: next < all.length ? String(next) : null };
      }
      case 'set-reminder':
        this.isReminding = (request as RequestOf<'set-reminder'>).isOn;
        return { isReminding: this.isReminding };
      case 'read-pre-mortem':
        return { reasons: readPreMortem(this.entries, accountId) };
      case 'write-pre-mortem':
        return this.#write(by, (request as RequestOf<'write-pre-mortem'>).entry);
      case 'suggest-risks':
        return this.register.boardId === null || this.suggested === null
          ? { result: 'none', boardId: null, reason: 'no-board' }
          : this.suggested;
      case 'dismiss-suggestion': {
        const { key } = request as RequestOf<'dismiss-suggestion'>;
        const dismissed = { kind: 'suggestion-dismissed', key } as const;
        const answer = applyRegisterChange(this.register, dismissed, this.act(by), new Set());
        if (answer.result === 'changed') this.register = answer.register;
        this.settledKeys = [...this.settledKeys, key];
        return { register: this.register, settledKeys: this.settledKeys };
      }
      case 'roll-up-registers':
      case 'get-backlog-health':
      case 'get-flag-record':
      case 'get-trend':
      case 'get-work-item':
      case 'get-work-item-risks':
      case 'get-board-settings':
      case 'save-board-settings':
      case 'list-boards':
      case 'mend-issue':
      case 'probe-backlog':
      case 'get-sprint':
      case 'read-sprint-past':
      case 'save-sprint-notes':
      case 'set-sprint-goal':
      case 'move-issues':
      case 'check-import':
      case 'export-data':
      case 'find-pages':
      case 'get-data-state':
      case 'get-setting-layer':
      case 'glance-at-board':
      case 'list-high-risks':
      case 'preview-settings':
      case 'remove-register':
      case 'save-setting-layer':
      case 'write-import':
        throw new Error(`The register knows no ${call}.`);
    }
  }

  #fullChange(riskId: string, change: RequestOf<'change-risk'>['change']): RiskChange {
    if (change.kind !== 'revert') return change as RiskChange;
    const own = this.events.filter((event) => event.riskId === riskId);
    const then = restore(own, change.toVersion);
    if (then === null) throw new Error(`There is no version ${change.toVersion}.`);
    return { ...change, fields: fieldsOf(then) };
  }

  #write(by: string, entry: RequestOf<'write-pre-mortem'>['entry']) {
    const turn = this.entries.length + 1;
    if (entry.kind === 'reason') {
      const count = this.entries.filter(({ kind }) => kind === 'reason').length;
      const made = newReason(entry.id, entry.text, count);
      if (made.kind !== 'reason') return { result: 'invalid', problem: made };
      this.entries.push(made);
    } else if (entry.kind === 'like') this.entries.push({ ...entry, voter: by, turn });
    else if (entry.kind === 'merge') this.entries.push({ ...entry, turn });
    else this.entries.push(entry);
    return { result: 'written', reasons: readPreMortem(this.entries, by) };
  }

  /** The way of one visitor's screen to it. */
  bridge(
    visitor: Visitor,
    context: ScreenContext,
    jira: (path: string) => unknown = () => ({}),
  ): RegisterBridge {
    const opened: string[] = [];
    const read: string[] = [];
    return {
      opened,
      read,
      address: () => Promise.resolve(null),
      call: async <C extends Call>(call: C, payload: RequestOf<C>) => {
        await Promise.resolve();
        this.asked.push({ by: visitor.accountId, call, payload });
        const fault = this.faults.get(call)?.shift();
        if (fault === 'lost') throw new Error('No answer.');
        if (fault !== undefined && fault !== 'lost-after') {
          return { ok: false, error: { message: 'For the log.', ...fault } };
        }
        const data = structuredClone(this.answer(visitor, call, structuredClone(payload)));
        if (fault === 'lost-after') throw new Error('No answer.');
        if (data === null) return { ok: false, error: { code: 'not-found', message: 'No such risk.' } };
        return { ok: true, data } as Answer<ResponseOf<C>>;
      },
      jira: async (path) => {
        read.push(path);
        return await jira(path);
      },
      confluence: async (path, asked) => {
        read.push(path);
        const wanted = /~ "(.*)"/.exec(new URLSearchParams(path.split('?')[1]).get('cql') ?? '')?.[1];
        const { accountIds = [] } = (asked ?? {}) as { readonly accountIds?: readonly string[] };
        const found = Object.entries(PEOPLE).filter(([accountId, name]) =>
          wanted === undefined
            ? accountIds.includes(accountId)
            : name.toLowerCase().includes(wanted.toLowerCase()),
        );
        if (wanted !== undefined) {
          await this.searches.shift()?.();
          // As Confluence has it: no status, and closed accounts as well.
          return { results: found.map(([accountId, publicName]) => ({ user: { accountId, publicName } })) };
        }
        const statusOf = (accountId: string) => (this.deactivated.has(accountId) ? 'inactive' : 'active');
        return {
          results: found.map(([accountId, publicName]) => ({
            accountId,
            publicName,
            accountStatus: statusOf(accountId),
          })),
        };
      },
      context: () => Promise.resolve(context),
      enableTheme: () => Promise.resolve(),
      open: (url) => {
        opened.push(url);
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    };
  }
}

export interface RegisterBridge extends Bridge {
  readonly opened: string[];
  /** Paths that the screen read from Jira or Confluence itself. */
  readonly read: string[];
}

/** A UUID that is the same for the same name in every run. */
export function id(name: string): string {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return `00000000-0000-4000-8000-${hash.toString(16).padStart(12, '0')}`;
}
