import { ImportError } from '#sandbox/import/import-error';

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  // Latin text in UTF-16 without its mark: every other byte is zero.
  if (first === 0) return 'utf-16be';
  if (second === 0) return 'utf-16le';
  return 'utf-8';
}

/**
 * The text of a CSV file as it was saved: UTF-8, UTF-16 as spreadsheets write it, or else Windows-1252.
 * @throws ImportError when the file is no text at all.
 */
export function decodeCsv(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  if (text.includes('\0')) {
    throw new ImportError(
      'This is not a text file. Export the issues from Jira as "CSV (all fields)" and import that.',
    );
  }
  return text;
}
