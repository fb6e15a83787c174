import type { z } from 'zod';

import type { TransferApp } from '#src/app/transfer';
import { DATA_CALLS, type DataCall, type ResponseOf } from '#src/contract/index';
import { ReadFailure } from '#src/ports/read-failure';
import { BadExportCursorError, BadRowError } from '#src/ports/transfer/transfer-store';
import { WriteFailure } from '#src/ports/write-failure';
import { answerCall, type CallHandler, type CallResolver } from '#src/resolvers/answer-call';
import { exportData } from '#src/usecases/transfer/export-data';
import { checkImport, findPages, removeRegister, writeImport } from '#src/usecases/transfer/import-data';

type Handler<C extends DataCall> = CallHandler<
  z.output<(typeof DATA_CALLS)[C]['request']>,
  ResponseOf<C>,
  TransferApp
>;

const RATE_LIMITED = 429;

/** What the storage asks a caller to wait who has used up its minute. */
const WAIT_SECONDS = 20;

/** Failures of exports and imports, as calls tell them. */
async function told<Data>(work: () => Promise<Data>): Promise<Data> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BadExportCursorError) throw new ReadFailure('not-found', error.message);
    if (error instanceof BadRowError) throw new WriteFailure('refused', error.message);
    const { responseDetails } = error as { readonly responseDetails?: { readonly status?: unknown } };
    if (responseDetails?.status !== RATE_LIMITED) throw error;
    throw new ReadFailure('rate-limited', 'The storage has taken what it takes a minute.', WAIT_SECONDS);
  }
}

const exporting: Handler<'export-data'> = async (app, _viewer, { scope, cursor }) => {
  const { rows, cursor: next } = await told(async () => await exportData(app.portsFor(), scope, cursor));
  return { rows: rows.map((row) => ({ ...row, value: { ...row.value } })), cursor: next };
};

const checking: Handler<'check-import'> = async (app, _viewer, { rows }) => ({
  rows: [...(await told(async () => await checkImport(app.portsFor(), rows)))],
});

const writing: Handler<'write-import'> = async (app, _viewer, { rows, mode }) =>
  await told(async () => await writeImport(app.portsFor(), rows, mode));

const removing: Handler<'remove-register'> = async (app, _viewer, { registerId }) => ({
  isDone: await told(async () => await removeRegister(app.portsFor(), registerId)),
});

const finding: Handler<'find-pages'> = async (app, _viewer, { pageIds }) => ({
  pageIds: [...(await findPages(app.portsFor(), pageIds))],
});

const stateOf: Handler<'get-data-state'> = async (app) => {
  if (!(await app.mayAdministerSite())) throw new ReadFailure('no-access', 'The site is not administered.');
  const cycle = await app.loadCycle();
  return {
    lastReport: cycle?.last ?? null,
    underWaySince: cycle === null || cycle.phase === 'done' ? null : cycle.startedAt,
  };
};

/** A resolver for every call about all data; a call without one does not compile. Exports work without a licence. */
export function dataResolvers(app: TransferApp): { readonly [C in DataCall]: CallResolver<ResponseOf<C>> } {
  return {
    'export-data': answerCall(app, 'export-data', 'reads', DATA_CALLS['export-data'].request, exporting),
    'check-import': answerCall(app, 'check-import', 'reads', DATA_CALLS['check-import'].request, checking),
    'write-import': answerCall(app, 'write-import', 'changes', DATA_CALLS['write-import'].request, writing),
    'remove-register': answerCall(
      app,
      'remove-register',
      'changes',
      DATA_CALLS['remove-register'].request,
      removing,
    ),
    'find-pages': answerCall(app, 'find-pages', 'reads', DATA_CALLS['find-pages'].request, finding),
    'get-data-state': answerCall(
      app,
      'get-data-state',
      'reads',
      DATA_CALLS['get-data-state'].request,
      stateOf,
    ),
  };
}
