import { format } from 'node:util';

export interface LogLine {
  readonly at: number;
  readonly level: string;
  readonly text: string;
  readonly invocationId: string;
}

const KEPT = 1000;

/** The lines of one invocation that the platform keeps per started minute of its time limit. */
const LINES_PER_MINUTE = 100;

export interface Logs {
  readonly lines: () => readonly LogLine[];
  readonly add: (line: LogLine) => void;
}

/** Keeps the newest 1,000 lines. */
export function createLogs(): Logs {
  let kept: LogLine[] = [];
  return {
    lines: () => kept,
    add(line) {
      kept = [...kept.slice(-(KEPT - 1)), line];
    },
  };
}

/** The console of one invocation: past its share of lines it says so once and drops the rest. */
export function consoleOf(logs: Logs, invocationId: string, timeoutMs: number, now: () => number) {
  let left = LINES_PER_MINUTE * Math.max(1, Math.ceil(timeoutMs / 60_000));
  const write = (level: string, text: string) => {
    logs.add({ at: now(), level, text, invocationId });
  };
  return (level: string, args: readonly unknown[]) => {
    left -= 1;
    if (left >= 0) write(level, format(...args));
    else if (left === -1) write('warn', 'Too many log lines in one invocation: the rest is dropped.');
  };
}
