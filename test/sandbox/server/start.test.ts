import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { assertFree, listen } from '#sandbox/api/listen';
import { readManifest } from '#sandbox/forge/manifest';
import { startSite } from '#sandbox/server';
import { openStore } from '#sandbox/state/store';

// A whole site is started here, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  const handlers = [...readManifest('manifest.yml').functions.values()].map(({ handler }) =>
    handler.replace(/^.*\./, ''),
  );
  const app = handlers.map((name) => `exports.${name} = async () => ({});`).join('\n');
  writeFileSync(join(folder, 'index.cjs'), app);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const options = () => ({ stateFile: join(folder, 'site.db'), entry: join(folder, 'index.cjs') });

/** Holds a free port while `work` runs. */
async function withTaken(work: (port: number) => Promise<void>): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  try {
    await work(typeof address === 'object' && address ? address.port : 0);
  } finally {
    server.close();
  }
}

describe('start', () => {
  it('says which port is taken and what to type instead', async () => {
    await withTaken(async (port) => {
      const error = {
        name: 'PortTakenError',
        message: `Port ${port} is taken. Try: npm start -- --port ${port + 10}`,
      };
      await expect(startSite({ ...options(), port })).rejects.toMatchObject(error);
      await expect(assertFree([port])).rejects.toMatchObject(error);
    });
  });

  it('leaves no port open when the second is taken', async () => {
    await withTaken(async (port) => {
      await expect(startSite({ ...options(), port: port - 1 })).rejects.toMatchObject({
        name: 'PortTakenError',
      });
      await (await listen(() => undefined, port - 1)).close();
    });
  });

  it.each<[string, (stateFile: string) => void]>([
    [
      'is no database',
      (stateFile) => {
        writeFileSync(stateFile, 'this is not a database, and long enough to be taken for one'.repeat(20));
      },
    ],
    [
      'was overwritten in the middle',
      (stateFile) => {
        const store = openStore(stateFile);
        for (let id = 0; id < 2000; id += 1) store.put('jira.users', String(id), { text: 'x'.repeat(100) });
        store.close();
        const bytes = readFileSync(stateFile);
        writeFileSync(stateFile, bytes.fill(0xa5, 8192, bytes.length - 4096));
      },
    ],
    [
      'holds half a document',
      (stateFile) => {
        openStore(stateFile).close();
        const database = new DatabaseSync(stateFile);
        database.exec(`INSERT INTO document (collection, id, value) VALUES ('workbench', 'clock', '{"of')`);
        database.close();
      },
    ],
  ])('says how to start over when the state %s', async (_what, damage) => {
    const stateFile = join(mkdtempSync(join(folder, 'damaged-')), 'site.db');
    damage(stateFile);
    await expect(startSite({ ...options(), port: 0, stateFile })).rejects.toMatchObject({
      name: 'StoreError',
      message: expect.stringContaining('npm start -- --fresh') as unknown,
    });
  });

  it('keeps what was changed, and the time, over a restart', async () => {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    const first = await startSite({ ...options(), port: 0, say });
    const issue = first.site.issue('AUR-1')!;
    first.site.editIssue(issue.id, { summary: 'Changed' }, { by: issue.creator });
    await first.advance(7 * 86_400_000);
    await first.close();
    const second = await startSite({ ...options(), port: 0, say });
    try {
      expect(second.site.issue('AUR-1')!.summary).toBe('Changed');
      expect(second.clock.offset()).toBeGreaterThanOrEqual(7 * 86_400_000 - 1000);
      expect(lines).toEqual(['Filling the site with the demo …']);
    } finally {
      await second.close();
    }
  });
});
