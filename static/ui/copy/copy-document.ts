/** An issue in what is handed on. */
export interface CopyItem {
  readonly key: string;
  readonly address: string;
  /** Empty while it is not known. */
  readonly summary: string;
  readonly lines: readonly string[];
}

/** A part of it under a heading of its own: facts in lines, and issues. */
export interface CopySection {
  readonly title: string;
  readonly lines: readonly string[];
  readonly items: readonly CopyItem[];
}

/** What is handed on to a message or a page, in words but in no format yet. Its texts come from issues in part: formats escape them. */
export interface CopyDocument {
  readonly title: string;
  /** Board, date and the like in one line. */
  readonly subtitle: string;
  /** In an order that counts. */
  readonly items: readonly CopyItem[];
  readonly sections?: readonly CopySection[];
  readonly notes: readonly string[];
}

/** Control characters, line ends among them, and marks that turn the direction of the text that follows. */
// eslint-disable-next-line no-control-regex -- they are what is taken out
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/** A text as formats need it: they take lines for structure. */
export const inOneLine = (text: string): string => text.replace(UNSEEN, ' ').replace(/ {2,}/g, ' ').trim();

/** Where an issue is found. */
export const addressOf = (siteUrl: string, key: string): string =>
  `${siteUrl}/browse/${encodeURIComponent(key)}`;
