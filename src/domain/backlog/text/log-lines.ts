/** The shapes in which machines write: each is anchored, so that a sentence that mentions one stays prose. */
const MACHINE_LINE = oneOf([
  // Stack frames: Java and JavaScript, Python, Go, gdb, C++ back traces.
  /^at\s+(?:async\s+)?[\w$.<>[\]/-]+\s*\(.*\)?$/u,
  /^(?:Caused by:|Traceback \(|goroutine \d+|\.\.\. \d+ more\b|Exception in thread\b)/u,
  /^File "[^"]+", line \d+/u,
  /^(?:#\d+|@)\s+0x[\da-fA-F]+/u,
  /^(?:[\w$]+\.){2,}[\w$]*(?:Exception|Error|Failure)\b/u,
  // A line that opens with a time or a date and a time, bracketed or not.
  /^[[(]?(?:\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/ ]\w{3}[-/ ]\d{4})[T, ]+\d\d?:\d\d/u,
  /^[[(]?\d\d?:\d\d:\d\d(?:[.,]\d+)?[\])]?\s/u,
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d\d?,? (?:\d{4} )?\d\d?:\d\d:\d\d/u,
  // Levels: [INFO], WARN [main], and glog's I0714 12:34:56.
  /^\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|SEVERE)\]?(?:\s+[\d[(]|\s*[:|-]\s|\s+\w+(?:\.\w+)+)/u,
  /^\[(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|SEVERE)\]/u,
  /^[IWEF]\d{4} \d\d:\d\d:\d\d/u,
  // Test runners and shells.
  /^\[\s*(?:RUN|OK|FAILED|PASSED|-+|=+)\s*\]/u,
  /^(?:\$|>>>|[\w.-]+@[\w.-]+[:~ ].*[$#])\s+\S/u,
  // Data dumps: mostly digits, hex or punctuation.
  /^[\s\d.,:;|+*=\-_#/\\<>()[\]{}'"%&^$@]*$/u,
]);

/** How only code ends: a brace, or a semicolon after a bracket or an assignment. A comment or a tag alone is code too. */
const CODE_LINE = oneOf([
  /\{\s*$|^[}\])]+[;,]?$/u,
  /[()=\]'"]\s*;$/u,
  /^(?:\/\/|\/\*|<!--)/u,
  /^<\/?[\w:.-]+(?:\s[^<>]*)?>(?:[^<>]*<\/[\w:.-]+>)?$/u,
]);
/** Six plain words in a row: a sentence that merely ends in code. */
const SENTENCE = /(?:(?<![\p{L}\p{N}])[\p{L}’']+,?\s+){6}/u;

/** Whether a machine wrote this line: a log entry, a stack frame, a command, code without a code block. */
export function isLogLine(line: string): boolean {
  const trimmed = line.trim();
  return MACHINE_LINE.test(trimmed) || (CODE_LINE.test(trimmed) && !SENTENCE.test(trimmed));
}

/** One pattern of several: tried together they take half the time. */
function oneOf(shapes: readonly RegExp[]): RegExp {
  return new RegExp(shapes.map(({ source }) => `(?:${source})`).join('|'), 'u');
}
