import type { z } from 'zod';

import type { RegisterApp } from '#src/app/register';
import { REGISTER_CALLS, type RegisterCall, type ResponseOf } from '#src/contract/index';
import { dayIn } from '#src/domain/risk/calendar';
import { newRegister } from '#src/domain/risk/register';
import { ReadFailure } from '#src/ports/read-failure';
import type { CallResolver } from '#src/resolvers/answer-call';
import { answerReading, answerWriting, type Writing } from '#src/resolvers/risk/answer-register-call';
import { toPatch, toSettings } from '#src/resolvers/risk/from-wire';
import { suggestRisksResolver } from '#src/resolvers/risk/suggest-risks';
import { toOpenedRegister, toWire } from '#src/resolvers/risk/to-wire';
import { adoptRegister } from '#src/usecases/risk/adopt-register';
import { setReminder } from '#src/usecases/risk/change-record';
import { changeRegister } from '#src/usecases/risk/change-register';
import { changeRisk, type AskedChange } from '#src/usecases/risk/change-risk';
import { createRisks } from '#src/usecases/risk/create-risks';
import { dismissSuggestion } from '#src/usecases/risk/dismiss-suggestion';
import { endReview } from '#src/usecases/risk/end-review';
import { findShown } from '#src/usecases/risk/find-register';
import { listHistory } from '#src/usecases/risk/list-history';
import { registerHere, type RegisterPlace } from '#src/usecases/risk/new-record';
import { openRegister, type OpenedRegister } from '#src/usecases/risk/open-register';
import { showPreMortem, writePreMortem } from '#src/usecases/risk/pre-mortem';

/** Only a copy of the app's own making says that a risk is one. */
const NEW_RISKS = REGISTER_CALLS['create-risks'].request.refine(
  ({ risks }) => risks.every(({ origin }) => origin.kind !== 'copy'),
  { path: ['risks'] },
);

/** What a template's macro shows; it is stored nowhere, and its id is nobody's. */
const EMPTY: OpenedRegister = {
  place: 'new',
  original: null,
  register: newRegister('00000000-0000-0000-0000-000000000000'),
  risks: [],
  unread: 0,
  events: [],
  mitigations: [],
  accounts: [],
  canEdit: false,
  isReminding: false,
  settledKeys: [],
};

const toEdit = () => 'edit' as const;

const placeOf = ({ place, page }: Writing<unknown>): RegisterPlace => ({ ...place, spaceId: page.spaceId });

/** The register of the macro that calls: never one that the payload names. */
const here = async (writing: Writing<unknown>) => {
  const { ports, act, page } = writing;
  const registerId = await registerHere(ports.registers, placeOf(writing), act.at);
  return { registerId, spaceId: page.spaceId };
};

type ChangeRequest = z.infer<(typeof REGISTER_CALLS)['change-risk']['request']>['change'];

function toChange(change: ChangeRequest): AskedChange {
  switch (change.kind) {
    case 'edit':
      return { kind: 'edit', patch: toPatch(change.patch) };
    case 'review': {
      const { kind, outcome, axis, patch } = change;
      return { kind, outcome, axis, patch: patch && toPatch(patch) };
    }
    case 'revert':
    case 'delete':
    case 'undelete':
      return change;
  }
}

/** A resolver for every call of the register. */
export function registerResolvers(app: RegisterApp): {
  readonly [C in RegisterCall]: CallResolver<ResponseOf<C>>;
} {
  const calls = REGISTER_CALLS;

  return {
    'open-register': answerReading<object, ResponseOf<'open-register'>>(
      app,
      { call: 'open-register', schema: calls['open-register'].request },
      async ({ ports, visit, place }) => {
        const now = ports.now();
        const opened = await openRegister(ports, place, dayIn(visit.timeZone, now.toISOString()));
        return toOpenedRegister(opened, visit, now);
      },
      // A template's macro has no register: pages made from it get their own.
      (visit) => toOpenedRegister(EMPTY, visit, app.now()),
    ),

    'create-risks': answerWriting(
      app,
      { call: 'create-risks', schema: NEW_RISKS, gate: toEdit },
      async (writing) => {
        const { ports, request, act } = writing;
        const risks = request.risks.map(({ id, fields, origin }) => ({ id, fields, origin }));
        const created = await createRisks(ports, { ...(await here(writing)), risks }, act);
        return toWire(created);
      },
    ),

    'change-risk': answerWriting(
      app,
      { call: 'change-risk', schema: calls['change-risk'].request, gate: toEdit },
      async (writing) => {
        const { ports, request, act, place, page } = writing;
        const { riskId, version, change } = request;
        const of = { registerId: ports.registers.idOf(place), spaceId: page.spaceId };
        const changed = await changeRisk(ports, { ...of, riskId, version, change: toChange(change) }, act);
        return toWire(changed);
      },
    ),

    'change-register': answerWriting(
      app,
      { call: 'change-register', schema: calls['change-register'].request, gate: toEdit },
      async (writing) => {
        const { ports, request, act } = writing;
        const of = await here(writing);
        const record = await ports.registers.load(of.registerId);
        if (record === null) throw new ReadFailure('not-found', 'register: there is none.');
        const patch = toSettings(request.patch as Parameters<typeof toSettings>[0], record.register.checks);
        const changed = await changeRegister(ports, { ...of, version: request.version, patch }, act);
        return toWire(changed);
      },
    ),

    'end-review': answerWriting(
      app,
      { call: 'end-review', schema: calls['end-review'].request, gate: toEdit },
      async (writing) => {
        const { ports, request, act } = writing;
        const ended = await endReview(ports, { ...(await here(writing)), ...request }, act);
        return toWire(ended);
      },
    ),

    'adopt-register': answerWriting(
      app,
      { call: 'adopt-register', schema: calls['adopt-register'].request, gate: toEdit },
      async (writing) => {
        const { ports, request, act, place, visit } = writing;
        await adoptRegister(ports, placeOf(writing), request.how, act);
        const opened = await openRegister(ports, place, act.on);
        return toOpenedRegister(opened, visit, ports.now());
      },
    ),

    'list-history': answerReading<
      z.infer<(typeof calls)['list-history']['request']>,
      ResponseOf<'list-history'>
    >(
      app,
      { call: 'list-history', schema: calls['list-history'].request },
      async ({ ports, place, request }) => {
        const { events, registerEvents, cursor } = await listHistory(
          ports,
          place,
          request.riskId,
          request.cursor,
        );
        const own = registerEvents.length > 0 && { registerEvents };
        return toWire({ events, ...own, cursor });
      },
    ),

    'set-reminder': answerWriting(
      app,
      { call: 'set-reminder', schema: calls['set-reminder'].request, gate: toEdit },
      async (writing) => {
        const { ports, request, act } = writing;
        const { registerId } = await here(writing);
        return { isReminding: await setReminder(ports, registerId, request.isOn, act.on) };
      },
    ),

    'suggest-risks': suggestRisksResolver(app),

    'dismiss-suggestion': answerWriting(
      app,
      { call: 'dismiss-suggestion', schema: calls['dismiss-suggestion'].request, gate: toEdit },
      async (writing) => {
        const { ports, request, act } = writing;
        const { registerId } = await here(writing);
        return toWire(await dismissSuggestion(ports, registerId, request.key, act));
      },
    ),

    'read-pre-mortem': answerReading<object, ResponseOf<'read-pre-mortem'>>(
      app,
      { call: 'read-pre-mortem', schema: calls['read-pre-mortem'].request },
      async ({ ports, visit, place }) => {
        const record = await findShown(ports, place);
        const registerId = record?.register.id ?? ports.registers.idOf(place);
        return toWire({ reasons: await showPreMortem(ports.preMortems, registerId, visit.viewer.accountId) });
      },
    ),

    'write-pre-mortem': answerWriting(
      app,
      {
        call: 'write-pre-mortem',
        schema: calls['write-pre-mortem'].request,
        // Everyone on the page says what they fear; what becomes of it is for those who edit the page.
        gate: ({ entry }) => (entry.kind === 'reason' || entry.kind === 'like' ? 'see' : 'edit'),
      },
      async ({ ports, place, request, act }) => {
        const registerId = ports.registers.idOf(place);
        const who = { accountId: act.by, now: ports.now() };
        const written = await writePreMortem(ports.preMortems, registerId, request.entry, who);
        return toWire(written);
      },
    ),
  };
}
