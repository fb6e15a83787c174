import type { PlatformUse } from '#sandbox/forge/host.types';
import type { KvsUse } from '#sandbox/forge/kvs/api';

export interface UseMeter {
  readonly current: () => PlatformUse;
  readonly countKvs: (use: KvsUse) => void;
  readonly countInvocation: (milliseconds: number) => void;
}

/** Counts what the app spends on the platform, from zero. */
export function createUseMeter(): UseMeter {
  let use: PlatformUse = {
    invocations: 0,
    kvsReads: 0,
    kvsWrites: 0,
    kvsReadBytes: 0,
    kvsWrittenBytes: 0,
    invocationMs: 0,
  };
  return {
    current: () => use,
    countKvs({ direction, bytes }) {
      use =
        direction === 'read'
          ? { ...use, kvsReads: use.kvsReads + 1, kvsReadBytes: use.kvsReadBytes + bytes }
          : { ...use, kvsWrites: use.kvsWrites + 1, kvsWrittenBytes: use.kvsWrittenBytes + bytes };
    },
    countInvocation(milliseconds) {
      use = { ...use, invocations: use.invocations + 1, invocationMs: use.invocationMs + milliseconds };
    },
  };
}
